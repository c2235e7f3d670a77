/** The web names the same kinds, so the table stands in the domain. */
export { type QualificationKind, qualificationKind } from '@forest/domain';
