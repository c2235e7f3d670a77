import { type Gazetteer, type LedgerRow, type Problem, problemOf, subdistrictOf, tidy } from '@forest/intake';
import type { UnitRow, Units } from '../../organisation/units.ts';

export interface UnitIds {
  subdistrictId: string | null;
  parkId: string | null;
  carrierId: string | null;
}

/** Finds the units that a ledger names. */
export interface PlaceFinder {
  /** Unknown names become problems of the row, everything else of the row is kept. */
  find(row: LedgerRow, problems: Problem[]): UnitIds;
}

/** Names of units are compared without the words that people leave out. */
export function placeFinder(units: Units, district: string, gazetteer: Gazetteer): PlaceFinder {
  const own = [...units.values()].filter((unit) => unit.district === district);
  const named = (kind: UnitRow['kind']) => {
    const ids = new Map<string, string>();
    for (const unit of own)
      if (unit.kind === kind)
        for (const key of [unit.id, unit.name.zh].map(unitKey)) if (!ids.has(key)) ids.set(key, unit.id);
    return ids;
  };
  const [subdistricts, parks, carriers] = [named('subdistrict'), named('park'), named('carrier')];
  const streets: Gazetteer = {
    ...gazetteer,
    subdistricts: own
      .filter((unit) => unit.kind === 'subdistrict')
      .map((unit) => ({ id: unit.id, district, name: unit.name.zh })),
  };
  return {
    find(row, problems) {
      const look = (ids: ReadonlyMap<string, string>, name: string | null, column: string) => {
        if (name === null) return null;
        const id = ids.get(unitKey(name)) ?? null;
        if (id === null)
          problems.push(problemOf({ code: 'unit.unknown', detail: name }, { column, value: name }, 'warning'));
        return id;
      };
      const said = look(subdistricts, row.subdistrict, '所属街道');
      return {
        subdistrictId: said ?? (row.address === null ? null : subdistrictOf(row.address, streets)),
        parkId: look(parks, row.park, '所属园区'),
        carrierId: look(carriers, row.carrier, '所在载体'),
      };
    },
  };
}

function unitKey(name: string): string {
  return tidy(name)
    .replaceAll(/[\s·()（）]/g, '')
    .replace(/(?:街道|办事处|街道办|园区|科技园|孵化器)+$/, '');
}
