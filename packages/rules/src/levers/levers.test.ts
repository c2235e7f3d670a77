import { dayOf, isoOf, Rational } from '@forest/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactJudge } from '../exact/evaluate.ts';
import { rowOf } from '../facts/row.ts';
import { arbitraryCase } from '../testing/arbitrary-case.ts';
import { repositoryRule } from '../testing/repository-content.ts';
import { SAMPLE_SLOTS } from '../testing/sample-facts.ts';
import type { Lever, RuleTree } from '../tree.ts';
import { growthPath } from './growth-path.ts';
import { smallestChange } from './smallest-change.ts';
import { metFrom } from './waiting.ts';
import { withFact } from './with-fact.ts';

const hnte = repositoryRule('hnte', '2024-06-01');
const indexOf = (tree: RuleTree, id: string) => tree.criteria.findIndex((criterion) => criterion.id === id);

/** HNTE-X2 of the worked examples: 580 of 12,500 is 4.64 %, the 5 % band asks for 625. */
const shortOfResearch = rowOf(hnte, {
  asOf: '2024-06-01',
  enterprise: { registrationDate: '2015-01-01' },
  years: {
    2021: { sales: 3000, rd: 180 },
    2022: { sales: 4500, rd: 200 },
    2023: { sales: 5000, rd: 200, staffAverage: 80, techStaffAverage: 7 },
  },
});

describe('the smallest change that flips a criterion', () => {
  test('45 万元 more research turns 4.64 % into 5 %, and one step less does not', () => {
    const criterion = indexOf(hnte, 'HNTE-05');
    const lever = hnte.criteria[criterion]!.levers.find((one) => hnte.slots[one.slot]!.fact === 'rd')!;
    const move = smallestChange(hnte, shortOfResearch, criterion, lever);
    expect(move).toMatchObject({ possible: true, from: 200, to: 245 });
  });

  test('is the smallest on its grid, for any rule and any facts', () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        fc.constantFrom('1', '0.01', '7'),
        fc.constantFrom<Lever['direction']>('up', 'down'),
        ({ tree, rows }, step, direction) => {
          const lever: Lever = { slot: 2, direction, step: Rational.of(step) };
          for (const [criterion, { test: asked }] of tree.criteria.entries()) {
            const row = rows[0]!;
            if (exactJudge(tree, row).truth(asked) !== 'not_met') continue;
            const move = smallestChange(tree, row, criterion, lever);
            if (!move.possible) continue;
            const back = lever.step.times(Rational.of(direction === 'up' ? -1 : 1));
            const oneLess = Rational.of(move.from).plus(move.change).plus(back);
            expect(exactJudge(tree, withFact(tree, row, 2, move.to)).truth(asked)).toBe('met');
            expect(exactJudge(tree, withFact(tree, row, 2, oneLess.toNumber())).truth(asked)).not.toBe('met');
          }
        },
      ),
    );
  });

  test('moves every slot that reads something of the fact, as if the fact had been stated so', () => {
    const date = SAMPLE_SLOTS.findIndex((slot) => slot.fact === 'registrationDate' && slot.derive.as === 'value');
    const facts = (registrationDate: string) => ({ asOf: '2024-06-01', enterprise: { registrationDate }, years: {} });
    const tree = { slots: SAMPLE_SLOTS };
    const moved = withFact(tree, rowOf(tree, facts('2023-12-31')), date, dayOf('2024-01-31'));
    expect(moved).toEqual(rowOf(tree, facts('2024-01-31')));
  });

  test('cannot be told for a figure that nobody has stated', () => {
    const silent = rowOf(hnte, { asOf: '2024-06-01', enterprise: {}, years: {} });
    const criterion = indexOf(hnte, 'HNTE-05');
    expect(smallestChange(hnte, silent, criterion, hnte.criteria[criterion]!.levers[0]!)).toMatchObject({
      possible: false,
      reason: 'missing',
    });
  });
});

describe('waiting', () => {
  test('a firm registered on 2024-06-01 has its 365 days on 2025-06-01', () => {
    const young = rowOf(hnte, { asOf: '2025-05-31', enterprise: { registrationDate: '2024-06-01' }, years: {} });
    expect(isoOf(metFrom(hnte, young, indexOf(hnte, 'HNTE-01'))!)).toBe('2025-06-01');
  });

  test('does not help where money is short', () => {
    expect(metFrom(hnte, shortOfResearch, indexOf(hnte, 'HNTE-05'))).toBeNull();
  });
});

describe('the growth path', () => {
  test('names the changes criterion by criterion and what is still unknown', () => {
    const path = growthPath(hnte, shortOfResearch);
    const change = (fact: string) => path.changes.find((one) => hnte.slots[one.slot]!.fact === fact)?.change.toString();
    expect(change('rd')).toBe('45');
    expect(change('techStaffAverage')).toBe('1');
    expect(path.reachable).toBe(false);
    expect(path.unknown).toContain(indexOf(hnte, 'HNTE-09'));
  });

  test('called reachable, it is met when judged again', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ tree: bare, rows }) => {
        const levers: Lever[] = [0, 2, 4].map((slot) => ({ slot, direction: 'up', step: Rational.one }));
        const tree = { ...bare, criteria: bare.criteria.map((criterion) => ({ ...criterion, levers })) };
        const path = growthPath(tree, rows[0]!);
        if (!path.reachable) return;
        const changed = path.changes.reduce((row, { slot, to }) => withFact(tree, row, slot, to), rows[0]!);
        const waited =
          path.earliest === null
            ? changed
            : { ...changed, asOf: path.earliest, asOfYear: Number(isoOf(path.earliest).slice(0, 4)) };
        expect(exactJudge(tree, waited).judge().verdict).toBe('met');
        expect(path.earliest ?? dayOf('2999-01-01')).toBeGreaterThan(rows[0]!.asOf);
      }),
    );
  });
});
