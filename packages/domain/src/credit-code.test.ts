import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCodeCheck, readCreditCode } from './credit-code.ts';

describe('unified social credit code, GB 32100-2015', () => {
  test.each([
    ['91350100M000100Y43', "the standard's example"],
    ['91330100799655058B', ''],
    ['914403001922038216', ''],
    ['9144030071526726XG', 'X inside'],
    ['91512081MA62K0260E', ''],
    ['91320105MA20003690', 'remainder 0 gives check 0'],
    ['91320105MA3000096Y', 'remainder 1 gives check Y'],
    ['91320191MA1XYW3434', 'registry of a national new area'],
  ])('%s is valid %s', (code) => {
    expect(readCreditCode(code).status).toBe('valid');
  });

  test('a real code whose check fails is a warning that names the expected character', () => {
    expect(readCreditCode('91350100M0001TGQXM')).toMatchObject({ status: 'check_fails', expectedCheck: '1' });
  });

  test('a Z in last place and a letter O are not of the set, and O is not read as zero', () => {
    expect(readCreditCode('91350100M000100Y4Z').status).toBe('malformed');
    expect(readCreditCode('91320105MA2000369O').status).toBe('malformed');
  });

  test('lower case, full width, spaces and invisible characters are made plain first', () => {
    for (const typed of [
      '91320105ma20003690',
      '９１３２０１０５ＭＡ２０００３６９０',
      ' 91320105 MA200036 90\u200B',
      '\uFEFF91320105MA20003690',
    ])
      expect(readCreditCode(typed)).toMatchObject({ code: '91320105MA20003690', status: 'valid' });
  });

  test('numbers from before 2015 are old, not wrong', () => {
    for (const old of ['320105000012345', '32010579965505-8', '32010579965505X', '79965505-8', '71526726X'])
      expect(readCreditCode(old).status).toBe('old');
  });

  test('nothing is absent, and anything else is malformed', () => {
    for (const empty of ['', '  ', null, undefined]) expect(readCreditCode(empty).status).toBe('absent');
    for (const wrong of ['无', '/', '9132010', '91320105MA200036901', '办理中'])
      expect(readCreditCode(wrong).status).toBe('malformed');
  });

  test('the organisation code inside is checked by its own rule', () => {
    expect(readCreditCode('9144030071526726XG').organisationCheck).toBe(true);
    expect(readCreditCode('91350100M000100Y43').organisationCheck).toBe(true);
    const seventeen = '91320105MA2000361';
    expect(readCreditCode(seventeen + creditCodeCheck(seventeen))).toMatchObject({
      status: 'valid',
      organisationCheck: false,
    });
  });

  test('a check character can be made for any 17 characters, and every single wrong character is noticed', () => {
    const character = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY');
    const body = fc.array(character, { minLength: 17, maxLength: 17 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(body, fc.nat(16), character, (seventeen, place, other) => {
        const code = seventeen + creditCodeCheck(seventeen);
        expect(readCreditCode(code).status).toBe('valid');
        if (code[place] === other) return;
        expect(readCreditCode(code.slice(0, place) + other + code.slice(place + 1)).status).toBe('check_fails');
      }),
    );
  });
});
