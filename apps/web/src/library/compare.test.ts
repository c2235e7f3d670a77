import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Criterion, difference, differingLines, pairCriteria, type Score } from './compare.ts';

function criterion(id: string, title: string, sentence = title, facts: string[] = []): Criterion {
  const both = (zh: string) => ({ zh, en: zh });
  const base = { document: '', article: '', confidence: 'V' as const, note: null, facts };
  return { ...base, id, title: both(title), sentence: both(sentence) };
}

describe('criteria of two versions', () => {
  it('are beside each other by likeness, not by number, and told apart when they read differently', () => {
    const pairs = pairCriteria(
      [
        criterion('A22-1', '营业收入 1000 万元', '最近一年营业收入 ≥ 1,000 万元', ['revenue']),
        criterion('A22-2', '规模'),
        criterion('A22-3', '旧条件', '旧条件', ['old']),
      ],
      [
        criterion('A26-3', '规模'),
        criterion('A26-2', '营业收入 1500 万元', '最近一年营业收入 ≥ 1,500 万元', ['revenue']),
        criterion('A26-1', '新设要求', '新设要求', ['new']),
      ],
    );
    expect(pairs.map(({ left, right, change }) => [left?.id, right?.id, change])).toEqual([
      ['A22-1', 'A26-2', 'changed'],
      ['A22-2', 'A26-3', 'same'],
      ['A22-3', undefined, 'left'],
      [undefined, 'A26-1', 'right'],
    ]);
  });
});

describe('score lines', () => {
  const line = (depth: number, zh: string, points: string, sentence = '') => ({
    depth,
    title: { zh, en: zh },
    points,
    sentence: { zh: sentence, en: sentence },
  });
  const score = (...lines: Score['lines']): Score => ({ id: 's', title: { zh: '', en: '' }, lines });

  it('differ when their words or their points do, each below its own heading', () => {
    const left = score(line(0, '甲', '20'), line(1, '', '20', '≥ 1'), line(0, '乙', '10'), line(1, '', '5', '≥ 1'));
    const right = score(line(0, '甲', '20'), line(1, '', '15', '≥ 1'), line(0, '乙', '10'), line(1, '', '5', '≥ 1'));
    expect([...differingLines(left, right)]).toEqual([1]);
    expect([...differingLines(left, undefined)]).toEqual([0, 1, 2, 3]);
  });
});

describe('what differs between two sentences', () => {
  it('is marked without cutting a number', () => {
    expect(difference('收入 ≥ 5,000 万元', '收入 ≥ 5,500 万元')).toEqual(['收入 ≥ ', '5,000', ' 万元']);
    expect(difference('得分 ≥ 60 分', '得分 ≥ 60 分')).toEqual(['得分 ≥ 60 分', '', '']);
  });

  it('always puts the text together again', () => {
    const words = fc.string({ unit: fc.constantFrom('收', '入', '1', '2', ' ', 'a') });
    fc.assert(fc.property(words, words, (text, other) => difference(text, other).join('') === text));
  });
});
