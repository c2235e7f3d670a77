import { describe, expect, it } from 'vitest';
import { failureCode, messageOf, remedyOf, requestIdOf } from './errors.ts';

const refused = {
  status: 403,
  data: {
    code: 'forbidden',
    message: { zh: '不能修改别区的企业。', en: 'Not your district.' },
    remedy: { zh: '请联系所属区。', en: 'Ask that district.' },
    fields: [],
    requestId: 'r-1',
  },
};

describe('a refused request', () => {
  it('speaks the words of the server, in the reader’s language, with the remedy', () => {
    expect(failureCode(refused)).toBe('forbidden');
    expect(messageOf(refused, 'zh')).toBe('不能修改别区的企业。');
    expect(remedyOf(refused, 'en')).toBe('Ask that district.');
    expect(requestIdOf(refused)).toBe('r-1');
  });

  it('names the fields that are wrong', () => {
    const error = {
      status: 422,
      data: {
        ...refused.data,
        code: 'invalid',
        message: { zh: '填写有误。', en: 'Invalid.' },
        fields: [{ path: 'name', message: '名称太短' }],
      },
    };
    expect(messageOf(error, 'zh')).toBe('填写有误。 名称太短');
  });

  it('has words of its own when the server sent none', () => {
    expect(failureCode(new TypeError('Failed to fetch'))).toBe('offline');
    expect(failureCode({ status: 404 })).toBe('not_found');
    expect(messageOf({ status: 500 }, 'en')).toContain('server failed');
    expect(remedyOf({ status: 500 }, 'en')).toBeUndefined();
  });
});
