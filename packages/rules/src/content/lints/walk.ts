import type { Path } from '../diagnostic.ts';
import type { RawBand, RawCheck } from '../raw-check.ts';
import type { RawVersion } from '../raw-rule.ts';
import type { RawScore } from '../raw-score.ts';

export interface Placed<T> {
  value: T;
  path: Path;
}

const placed = <T>(list: readonly T[], path: Path): Placed<T>[] =>
  list.map((value, index) => ({ value, path: [...path, index] }));

/** The bands of a threshold; none where the check has no bands. */
export function bandsOf(body: unknown): RawBand[] {
  const bands: unknown = typeof body === 'object' && body !== null && 'bands' in body ? body.bands : null;
  return Array.isArray(bands) ? bands : [];
}

/** A check and every check inside it: of groups, under a `not`, and of bands. */
function within({ value, path }: Placed<RawCheck>): Placed<RawCheck>[] {
  const [name, body] = Object.entries(value)[0]!;
  const here = [...path, name];
  const whens = placed(bandsOf(body), [...here, 'bands']).flatMap((band) =>
    'when' in band.value ? [{ value: band.value.when, path: [...band.path, 'when'] }] : [],
  );
  const members: Placed<RawCheck>[] =
    name === 'all' || name === 'any' ? placed(body, here) : name === 'not' ? [{ value: body, path: here }] : [];
  return [{ value, path }, ...[...members, ...whens].flatMap(within)];
}

/** Every part of the scores of a version. */
export function scoresIn(version: RawVersion, versionPath: Path): Placed<RawScore>[] {
  const parts = (part: Placed<RawScore>): Placed<RawScore>[] => [
    part,
    ...(['sum', 'best'] as const).flatMap((kind) =>
      placed(part.value[kind] ?? [], [...part.path, kind]).flatMap(parts),
    ),
  ];
  return Object.entries(version.scores ?? {}).flatMap(([id, value]) =>
    parts({ value, path: [...versionPath, 'scores', id] }),
  );
}

/** Every check of a version, of its criteria and of its scores, with the place where it stands. */
export function checksIn(version: RawVersion, versionPath: Path): Placed<RawCheck>[] {
  const criteria = version.criteria.map(({ check }, c) => ({
    value: check,
    path: [...versionPath, 'criteria', c, 'check'],
  }));
  const cases = scoresIn(version, versionPath).flatMap((score) =>
    placed(score.value.cases ?? [], [...score.path, 'cases']).flatMap((one) =>
      'when' in one.value ? [{ value: one.value.when, path: [...one.path, 'when'] }] : [],
    ),
  );
  return [...criteria, ...cases].flatMap(within);
}
