import type { Role } from './roles.ts';

/** One role held at one place. */
export interface Grant {
  role: Role;
  /** The unit's place in the tree, `/jianye/xincheng/`; `/` is above all districts. */
  unitPath: string;
  /** The unit's district; null for a unit above the districts. */
  district: string | null;
  /** Only for `enterpriseUser`: whose user this is. */
  enterpriseId: number | null;
}

/** Who acts. Nobody signed in is an actor too: the public. */
export interface Actor {
  id: string;
  grants: readonly Grant[];
}

export const publicActor: Actor = {
  id: 'public',
  grants: [{ role: 'public', unitPath: '/', district: null, enterpriseId: null }],
};

/** What the action is done to; leave out what the subject does not have. */
export interface Subject {
  /** null for what belongs to no district, such as a setting of the whole installation. */
  district: string | null;
  /** Every place in the tree where the subject belongs: an enterprise may lie in a park and a subdistrict. */
  unitPaths: readonly string[];
  enterpriseId?: number | null;
}
