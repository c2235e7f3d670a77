import { parseQuantity, Rational } from '@forest/domain';
import { holds } from '../../exact/logic.ts';
import { type Bounds, boundsIn } from '../../language/bounds.ts';
import type { Comparison } from '../../tree.ts';
import type { Diagnostic, Path } from '../diagnostic.ts';
import type { RuleSource } from '../library.ts';
import type { RawCheck } from '../raw-check.ts';
import type { RawScore } from '../raw-score.ts';
import { finding, type Lint } from './lint.ts';

interface Band {
  bounds: { op: Comparison; value: Rational }[];
  path: Path;
}

/** Bands with literal bounds; null when one of them depends on a fact, so that nothing can be said beforehand. */
function readBands(raw: readonly object[], path: Path): Band[] | null {
  const bands: Band[] = [];
  for (const [index, one] of raw.entries()) {
    if ('otherwise' in one) continue;
    if ('when' in one) return null;
    const bounds = boundsIn(one as Bounds).map((bound) => ({ op: bound.op, value: parseQuantity(bound.raw)?.value }));
    if (bounds.some((bound) => bound.value === undefined)) return null;
    bands.push({ bounds: bounds.map(({ op, value }) => ({ op, value: value! })), path: [...path, index] });
  }
  return bands;
}

/** Every bound, the middles between them, and a point beyond either end: enough to see where each band applies. */
function samples(bands: Band[]): Rational[] {
  const points = bands.flatMap((band) => band.bounds.map((bound) => bound.value)).sort((a, b) => a.compare(b));
  if (points.length === 0) return [];
  const half = Rational.ratio(1n, 2n);
  const middles = points.slice(1).map((point, index) => point.plus(points[index]!).times(half));
  return [points[0]!.minus(Rational.one), ...points, ...middles, points.at(-1)!.plus(Rational.one)].sort((a, b) =>
    a.compare(b),
  );
}

function problemsOf(source: RuleSource, raw: readonly object[], path: Path): Diagnostic[] {
  const bands = readBands(raw, path);
  if (!bands || bands.length === 0) return [];
  const applies = (band: Band, at: Rational) => band.bounds.every(({ op, value }) => holds(op, at.compare(value)));
  const points = samples(bands);
  const taken = points.map((at) => bands.findIndex((band) => applies(band, at)));
  const found: Diagnostic[] = [];
  bands.forEach((band, index) => {
    if (!taken.includes(index))
      found.push(
        finding(
          source,
          band.path,
          'unreachable-band',
          { zh: '前面的档已经覆盖了这一档，永远取不到', en: 'Earlier bands cover this one, it is never reached' },
          {
            zh: '按顺序排列：atLeast 从大到小，atMost 从小到大。',
            en: 'Put them in order: atLeast from large to small, atMost from small to large.',
          },
        ),
      );
  });
  const closed = bands.filter((band) => band.bounds.length > 1);
  const overlap = closed.find((band, index) =>
    points.some((at) => closed.slice(0, index).some((other) => applies(band, at) && applies(other, at))),
  );
  if (overlap)
    found.push(
      finding(
        source,
        overlap.path,
        'bands-overlap',
        { zh: '这一档与前面的档重叠', en: 'This band overlaps an earlier one' },
        {
          zh: '写清边界归哪一档：一侧 atLeast，另一侧 lessThan。',
          en: 'Say to which band the border belongs: atLeast on one side, lessThan on the other.',
        },
      ),
    );
  const inner = taken.slice(
    taken.findIndex((band) => band >= 0),
    taken.findLastIndex((band) => band >= 0) + 1,
  );
  if (inner.includes(-1))
    found.push(
      finding(
        source,
        path,
        'bands-gap',
        { zh: '各档之间有空隙，落入 otherwise', en: 'There is a gap between the bands that falls to otherwise' },
        { zh: '让相邻两档的边界相接。', en: 'Let neighbouring bands meet.' },
      ),
    );
  if (!taken.includes(-1) && raw.some((one) => 'otherwise' in one))
    found.push(
      finding(
        source,
        [...path, raw.length - 1],
        'unreachable-band',
        {
          zh: '各档已覆盖全部取值，otherwise 永远取不到',
          en: 'The bands cover everything, otherwise is never reached',
        },
        { zh: '去掉多余的一档，让 otherwise 代替它。', en: 'Remove the last band and let otherwise stand for it.' },
      ),
    );
  return found;
}

function inCheck(source: RuleSource, check: RawCheck, path: Path): Diagnostic[] {
  return Object.entries(check).flatMap(([name, body]): Diagnostic[] => {
    const here = [...path, name];
    if (name === 'all' || name === 'any')
      return (body as RawCheck[]).flatMap((one, index) => inCheck(source, one, [...here, index]));
    if (name === 'not') return inCheck(source, body as RawCheck, here);
    const bands: unknown = typeof body === 'object' && body !== null && 'bands' in body ? body.bands : null;
    return Array.isArray(bands) ? problemsOf(source, bands, [...here, 'bands']) : [];
  });
}

function inScore(source: RuleSource, score: RawScore, path: Path): Diagnostic[] {
  if (score.bands) return problemsOf(source, score.bands.scale, [...path, 'bands', 'scale']);
  return (['sum', 'best'] as const).flatMap((kind) =>
    (score[kind] ?? []).flatMap((part, index) => inScore(source, part, [...path, kind, index])),
  );
}

/** Bands of thresholds and scores follow one another without overlap, gap or band that is never reached. */
export const bands: Lint = (source) =>
  source.rule.versions.flatMap((version, v) => [
    ...version.criteria.flatMap((one, c) => inCheck(source, one.check, ['versions', v, 'criteria', c, 'check'])),
    ...Object.entries(version.scores ?? {}).flatMap(([id, score]) =>
      inScore(source, score, ['versions', v, 'scores', id]),
    ),
  ]);
