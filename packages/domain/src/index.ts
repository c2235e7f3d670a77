export { type CertificateNumber, readHighTechCertificate } from './certificate-number.ts';
export {
  type CreditCode,
  type CreditCodeStatus,
  creditCodeCheck,
  organisationCodeCheck,
  readCreditCode,
} from './credit-code.ts';
export { type Day, dayOf, isoOf, parseDay, plusMonths, yearOf } from './day.ts';
export { Rational } from './exact.ts';
export { findTerm, glossary, type Term } from './glossary.ts';
export { plainNumber } from './normalise.ts';
export {
  flattenUnits,
  type OrganisationUnit,
  subtree,
  type UnitKind,
  type UnitNode,
  type UnitSource,
  unitForest,
  unitKinds,
} from './organisation.ts';
export { type PatentKind, type PatentNumber, patentCheck, readPatentNumber } from './patent-number.ts';
export { type Actor, type Grant, publicActor, type Subject } from './permissions/actor.ts';
export { type Action, actions, permissions, type Scope } from './permissions/map.ts';
export {
  fitsScope,
  may,
  mayAnywhere,
  permittedActions,
  type ScopeCondition,
  scopeCondition,
} from './permissions/may.ts';
export { administratorRoles, isRole, type Role, roleNames, roles, whyRolesConflict } from './permissions/roles.ts';
export { childPath, isUnitId, isWithin, ROOT_PATH } from './permissions/unit-path.ts';
export { type QualificationKind, qualificationKind, qualificationKinds } from './qualification-kinds.ts';
export type { Text } from './text.ts';
export { type FactUnit, factUnitNames, factUnits, parseQuantity, type Quantity } from './unit.ts';
export type { Verdict } from './verdict.ts';
