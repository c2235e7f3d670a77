import { Rational } from '@forest/domain';
import { holds } from '../../exact/logic.ts';
import { type Bounds, boundsIn } from '../../language/bounds.ts';
import { constantTerm } from '../../language/constant-term.ts';
import type { Comparison } from '../../tree.ts';
import type { Diagnostic, Path } from '../diagnostic.ts';
import type { ContentLibrary, RuleSource } from '../library.ts';
import type { RawTerm } from '../raw-check.ts';
import { finding, type Lint } from './lint.ts';
import { bandsOf, checksIn, scoresIn } from './walk.ts';

interface Band {
  bounds: { op: Comparison; value: Rational }[];
  path: Path;
}

interface ReadBands {
  /** Bands whose bounds are numbers, written or computed from numbers alone. */
  known: Band[];
  /** Bands whose bounds depend on facts, so that nothing can be said of them beforehand. */
  undecidable: Path[];
  /** Some band asks for something other than a bound. */
  conditions: boolean;
}

function readBands(raw: readonly object[], path: Path, constant: (raw: RawTerm) => Rational | null): ReadBands {
  const read: ReadBands = { known: [], undecidable: [], conditions: false };
  for (const [index, one] of raw.entries()) {
    const here = [...path, index];
    if ('when' in one) read.conditions = true;
    if ('when' in one || 'otherwise' in one) continue;
    const bounds = boundsIn(one as Bounds).map(({ op, raw: bound }) => ({ op, value: constant(bound) }));
    const known = bounds.flatMap(({ op, value }) => (value ? [{ op, value }] : []));
    if (known.length === bounds.length) read.known.push({ bounds: known, path: here });
    else read.undecidable.push(here);
  }
  return read;
}

/** Order says nothing where there is only one band. */
function unchecked(source: RuleSource, { known, undecidable }: ReadBands): Diagnostic[] {
  if (undecidable.length === 0 || known.length + undecidable.length < 2) return [];
  return [
    finding(
      source,
      undecidable[0]!,
      'bands-unchecked',
      {
        zh: '这一档的界限取决于数据，各档的顺序、重叠和空隙无法预先检查',
        en: 'The bound of this band depends on facts: order, overlap and gaps of the bands cannot be checked beforehand',
      },
      { zh: '用测试验证各档的边界。', en: 'Try the borders of the bands in tests.' },
      'warning',
    ),
  ];
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

function problemsOf(
  source: RuleSource,
  raw: readonly object[],
  path: Path,
  constant: (raw: RawTerm) => Rational | null,
): Diagnostic[] {
  const read = readBands(raw, path, constant);
  const bands = read.known;
  const found = unchecked(source, read);
  if (bands.length === 0) return found;
  const applies = (band: Band, at: Rational) => band.bounds.every(({ op, value }) => holds(op, at.compare(value)));
  const points = samples(bands);
  const taken = points.map((at) => bands.findIndex((band) => applies(band, at)));
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
  // What is left open here may be what the other bands are for.
  const complete = !read.conditions && read.undecidable.length === 0;
  if (complete && inner.includes(-1))
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

/** Bands of thresholds and scores follow one another without overlap, gap or band that is never reached. */
export const bands: Lint = (source, library) => source.rule.versions.flatMap((_, v) => inVersion(source, library, v));

function inVersion(source: RuleSource, library: ContentLibrary, v: number): Diagnostic[] {
  const version = source.rule.versions[v]!;
  const constant = (raw: RawTerm) => constantTerm(raw, library, source, v);
  const thresholds = checksIn(version, ['versions', v]).flatMap(({ value, path }) => {
    const [name, body] = Object.entries(value)[0]!;
    return problemsOf(source, bandsOf(body), [...path, name, 'bands'], constant);
  });
  const scores = scoresIn(version, ['versions', v]).flatMap(({ value, path }) =>
    problemsOf(source, value.bands?.scale ?? [], [...path, 'bands', 'scale'], constant),
  );
  return [...thresholds, ...scores];
}
