import type { Answers } from '../shell/client.ts';
import type { FactValue } from '../shell/format/fact.ts';

export type Explanation = Answers['ladder']['explain'];
export type Criterion = Explanation['criteria'][number];
export type Standing = Answers['ladder']['enterprise'][number];

/** A value somebody tries out, by fact and year (null = standing). */
export interface Override {
  fact: string;
  year: number | null;
  value: FactValue | null;
}

/** One box of the what-if panel. */
export interface LeverBox {
  fact: string;
  year: number | null;
  unit: string;
  name: Criterion['levers'][number]['name'];
  /** As it stands; null = unknown. */
  current: FactValue | null;
}

/** Every lever and every missing input of the unmet and unknown criteria first, then of the met ones; each once. */
export function leverBoxes(explanation: Explanation): LeverBox[] {
  const boxes = new Map<string, LeverBox>();
  const open = [...explanation.criteria].sort((a, b) => Number(a.verdict === 'met') - Number(b.verdict === 'met'));
  for (const criterion of open) {
    for (const lever of criterion.levers) {
      const input = criterion.inputs.find((one) => one.fact === lever.fact && one.year === lever.year);
      add(boxes, { ...lever, current: input?.value ?? null });
    }
    for (const input of criterion.missing) add(boxes, { ...input, current: null });
  }
  return [...boxes.values()];
}

function add(boxes: Map<string, LeverBox>, { fact, year, unit, name, current }: LeverBox): void {
  const key = `${fact} ${year}`;
  const known = boxes.get(key);
  if (!known || known.current === null) boxes.set(key, { fact, year, unit, name, current });
}

/** The overrides with one more value; a value equal to what stands is no override. */
export function withOverride(overrides: readonly Override[], box: LeverBox, value: FactValue | null): Override[] {
  const others = overrides.filter((one) => one.fact !== box.fact || one.year !== box.year);
  return value === box.current ? others : [...others, { fact: box.fact, year: box.year, value }];
}

/** Verdicts short of one or two conditions, nearest first: by conditions, then by how far the furthest is. */
export function nearest(standings: readonly Standing[], most = 2): Standing[] {
  return standings
    .filter((one) => one.verdict === 'not_met' && one.short >= 1 && one.short <= most)
    .sort((a, b) => a.short - b.short);
}
