import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressKey, nameKey, tidy } from './text.ts';

test('full-width letters, digits and blanks become half-width, Han text stays', () => {
  expect(tidy('　９１３２０１０５ＭＡ　')).toBe('91320105MA');
  expect(tidy('南京　林洋\u00a0科技\n有限公司')).toBe('南京 林洋 科技 有限公司');
  expect(tidy('、。《》')).toBe('、。《》');
  expect(tidy('')).toBe('');
});

test('tidying twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => tidy(tidy(text)) === tidy(text)),
    { numRuns: 500 },
  );
});

test('a name has one key whatever brackets and blanks it is written with', () => {
  const key = nameKey('南京林洋(中国)科技有限公司');
  for (const other of [
    '南京林洋（中国）科技有限公司',
    ' 南京 林洋（中国) 科技有限公司',
    '南京林洋【中国】科技有限公司',
  ])
    expect(nameKey(other)).toBe(key);
  expect(nameKey('南京林洋科技有限公司')).not.toBe(key);
});

test('an address has one key with or without province and city', () => {
  expect(addressKey('江苏省南京市建邺区江东中路 8 号（A座）')).toBe(addressKey('建邺区江东中路8号A座'));
});
