import { type Action, mayAnywhere, scopeCondition, type Text } from '@forest/domain';
import { Fault } from '../../platform/fault.ts';
import { pathsUpwards, type UnitRow, type Units } from '../organisation/units.ts';
import type { UseCase } from '../use-case.ts';
import type { Identity } from './identity.ts';

type Placement = Pick<Identity, 'subdistrictId' | 'parkId' | 'carrierId'>;

const kinds = { subdistrictId: 'subdistrict', parkId: 'park', carrierId: 'carrier' } as const;
const kindNames: Record<keyof Placement, Text> = {
  subdistrictId: { zh: '街道', en: 'subdistrict' },
  parkId: { zh: '园区', en: 'park' },
  carrierId: { zh: '载体', en: 'carrier' },
};

/**
 * The district in which these places lie, or the viewer's own when none is given.
 * @throws Fault `invalid` for a place that does not exist, is of another kind or lies in another district.
 */
export function districtOfPlacement(placement: Placement, units: Units, user: UseCase['user'], action: Action): string {
  const given = Object.entries(kinds).flatMap(([field, kind]) => {
    const key = field as keyof Placement;
    const id = placement[key];
    return id === null ? [] : [unitOfKind(units, id, kind, kindNames[key])];
  });
  const districts = new Set(given.map((unit) => unit.district));
  if (districts.size > 1)
    throw invalid(
      { zh: '所选街道、园区、载体不在同一个区。', en: 'The places chosen lie in different districts.' },
      { zh: '请选择同一个区的单位。', en: 'Choose places of one district.' },
    );
  const district = given[0]?.district ?? ownDistrict(user, action);
  if (district === null)
    throw invalid(
      { zh: '不清楚属于哪个区。', en: 'It is not clear which district it belongs to.' },
      { zh: '请选择街道或园区。', en: 'Choose a subdistrict or park.' },
    );
  return district;
}

function unitOfKind(units: Units, id: string, kind: UnitRow['kind'], { zh, en }: Text): UnitRow {
  const unit = units.get(id);
  if (unit?.kind === kind) return unit;
  throw invalid(
    { zh: `没有编号为 ${id} 的${zh}。`, en: `There is no ${en} ${id}.` },
    { zh: `请从列表中选择${zh}。`, en: `Choose the ${en} from the list.` },
  );
}

function ownDistrict(user: UseCase['user'], action: Action): string | null {
  if (!mayAnywhere(user, action)) return null;
  const condition = scopeCondition(user, action);
  const held = user.grants.flatMap((grant) => (grant.district === null ? [] : [grant.district]));
  return condition.kind === 'anyOf' ? (condition.districts[0] ?? held[0] ?? null) : (held[0] ?? null);
}

/** The subject that the enterprise would be after the change, to ask whether the viewer may put it there. */
export function placedSubject(district: string, placement: Placement, units: Units, enterpriseId: number | null) {
  const { subdistrictId, parkId, carrierId } = placement;
  return { district, unitPaths: pathsUpwards(units, [district, subdistrictId, parkId, carrierId]), enterpriseId };
}

function invalid(text: Text, remedy: Text): Fault {
  return new Fault('invalid', text, remedy);
}
