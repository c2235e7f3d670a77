import type { RawPoints, RawScore, RawScoreBand, RawScoreCase } from '../content/raw-score.ts';
import type { Points, ScoreNode, TruthNode } from '../tree.ts';
import { withinBounds } from './bounds.ts';
import { elaborateCheck } from './check.ts';
import { ContentFault } from './fault.ts';
import { unknownFact } from './faults.ts';
import { type Env, guarded } from './scope.ts';
import { readMeasure } from './term.ts';
import { located } from './thresholds.ts';

function pointsOf(raw: RawPoints): Points {
  const points: Points = typeof raw === 'number' ? [raw, raw] : raw;
  if (!points.every(Number.isInteger))
    throw new ContentFault(
      'points-not-whole',
      { zh: `分值 ${points.join('–')} 不是整数`, en: `The points ${points.join('–')} are not whole` },
      { zh: '分值写整数。', en: 'Write whole points.' },
    );
  if (points[0] > points[1])
    throw new ContentFault(
      'points-reversed',
      { zh: `分值区间 ${points.join('–')} 前大后小`, en: `The points ${points.join('–')} run backwards` },
      { zh: '小的写在前。', en: 'Write the smaller first.' },
    );
  return points;
}

/** Slot of the points that an expert already gave. */
function pinnedSlot(raw: RawScore, env: Env): number | null {
  if (raw.fact === undefined) return null;
  const { dictionary } = env.scope.build.library;
  const fact = dictionary.get(raw.fact);
  if (!fact) throw located(env, ['fact'], () => unknownFact(dictionary, raw.fact!));
  return env.scope.build.slots.add(fact, fact.period === 'annual' ? 0 : null);
}

type Cases = { cases: { when: TruthNode; points: Points }[]; otherwise: Points };

const missingOtherwise = () =>
  new ContentFault(
    'bands-without-otherwise',
    { zh: '评分档没有覆盖所有情形', en: 'The score bands leave cases open' },
    { zh: '最后写 otherwise。', en: 'End the list with otherwise.' },
  );

function collect(raw: (RawScoreCase | RawScoreBand)[], env: Env, test: (index: number, env: Env) => TruthNode): Cases {
  const last = raw.at(-1);
  if (!last || !('otherwise' in last)) throw missingOtherwise();
  const cases = raw.slice(0, -1).map((entry, index) =>
    located(env, [index], (inner) => {
      if ('otherwise' in entry) throw missingOtherwise();
      return { when: test(index, inner), points: located(inner, ['points'], () => pointsOf(entry.points)) };
    }),
  );
  return { cases, otherwise: located(env, [raw.length - 1], () => pointsOf(last.otherwise)) };
}

function readCases(raw: RawScore, env: Env): Cases {
  if (raw.expert) return { cases: [], otherwise: located(env, ['expert'], () => pointsOf(raw.expert!)) };
  if (raw.cases) {
    const list = raw.cases;
    return located(env, ['cases'], (inner) =>
      collect(list, inner, (index, at) => {
        const entry = list[index]!;
        if ('otherwise' in entry) throw missingOtherwise();
        return located(at, ['when'], (deep) => elaborateCheck(entry.when, deep));
      }),
    );
  }
  const bands = raw.bands!;
  const measure = located(env, ['bands', 'measure'], (inner) => readMeasure(bands.measure, inner));
  return located(env, ['bands', 'scale'], (inner) =>
    collect(bands.scale, inner, (index, at) => {
      const band = bands.scale[index]!;
      if ('otherwise' in band) throw missingOtherwise();
      return withinBounds(measure, band, at).node;
    }),
  );
}

/** A score part as intervals of whole points; faults of parts are reported and the part counts nothing. */
export function elaborateScore(raw: RawScore, env: Env, fallbackId: string): ScoreNode {
  const id = raw.id ?? fallbackId;
  const title = raw.title ?? { zh: id, en: id };
  const gather = (list: RawScore[], step: 'sum' | 'best') =>
    list.map((part, index) => {
      const path = [...env.path, step, index];
      const nothing: ScoreNode = { kind: 'cases', id, title, cases: [], otherwise: [0, 0], pinned: null };
      return guarded(env.scope, path, nothing, () => elaborateScore(part, { ...env, path }, `${id}.${index + 1}`));
    });
  const capped = (of: ScoreNode[]): ScoreNode => ({ kind: 'sum', id, title, cap: raw.cap ?? null, of });
  if (raw.sum) return capped(gather(raw.sum, 'sum'));
  if (raw.best) {
    const best: ScoreNode = { kind: 'best', id, title, of: gather(raw.best, 'best') };
    return raw.cap === undefined ? best : capped([best]);
  }
  const cases: ScoreNode = { kind: 'cases', id, title, ...readCases(raw, env), pinned: pinnedSlot(raw, env) };
  return raw.cap === undefined ? cases : capped([cases]);
}
