import { describe, expect, it } from 'vitest';
import { asksAboutCode, codeTooLong, emptyDraft, identityOf, industryCodeIn, isComplete } from './identity.ts';

const TODAY = '2026-11-22';

describe('the industry field', () => {
  it('reads a code, with or without its section letter and name', () => {
    expect(['65', 'i65', '6513 应用软件开发', ' I6513 '].map(industryCodeIn)).toEqual(['65', '65', '6513', '6513']);
  });
  it('takes an empty field for unknown and refuses words and codes that are too long', () => {
    expect(['', ' ', '软件', 'I', '65130'].map(industryCodeIn)).toEqual([null, null, undefined, undefined, undefined]);
  });
});

describe('the form', () => {
  it('is complete with a name alone', () => {
    expect(isComplete({ ...emptyDraft, name: '演示' }, TODAY)).toBe(true);
    expect(isComplete({ ...emptyDraft, name: ' 演 ' }, TODAY)).toBe(false);
  });
  it('is not complete with a date to come, an unclear industry or a code that is too long', () => {
    const draft = { ...emptyDraft, name: '演示企业' };
    expect(isComplete({ ...draft, registeredOn: '2026-11-23' }, TODAY)).toBe(false);
    expect(isComplete({ ...draft, industry: '软件' }, TODAY)).toBe(false);
    expect(isComplete({ ...draft, creditCode: '9132010500000000000' }, TODAY)).toBe(false);
  });
  it('sends what is empty as null and the code in one spelling', () => {
    const sent = identityOf({ ...emptyDraft, name: ' 演示企业 ', creditCode: '9132 0105 ma00 0000 0x' }, false);
    expect(sent).toMatchObject({ name: '演示企业', creditCode: '91320105MA0000000X', address: null, parkId: null });
    expect(codeTooLong('9132 0105 ma00 0000 0x')).toBe(false);
  });
});

describe('the question about a code', () => {
  const doubtful = '123';
  it('is told from refusals of other fields', () => {
    expect(asksAboutCode({ code: 'invalid', message: '123 不是 18 位统一社会信用代码。' }, doubtful)).toBe(true);
    expect(asksAboutCode({ code: 'invalid', message: '所选街道、园区、载体不在同一个区。' }, doubtful)).toBe(false);
    expect(asksAboutCode({ code: 'conflict', message: '代码 123 已属于另一家企业。' }, doubtful)).toBe(false);
  });
});
