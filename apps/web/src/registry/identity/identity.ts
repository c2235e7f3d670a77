import { readCreditCode } from '@forest/domain';
import type { Dossier } from '../dossier/dossier.ts';

/** What stands in the form's controls, as text. */
export interface IdentityDraft {
  name: string;
  creditCode: string;
  registeredOn: string;
  address: string;
  subdistrictId: string;
  parkId: string;
  carrierId: string;
  /** A code, alone or followed by its name: `6513 应用软件开发`. */
  industry: string;
}

export const emptyDraft: IdentityDraft = {
  name: '',
  creditCode: '',
  registeredOn: '',
  address: '',
  subdistrictId: '',
  parkId: '',
  carrierId: '',
  industry: '',
};

export function draftOf({ enterprise }: Pick<Dossier, 'enterprise'>): IdentityDraft {
  const { name, creditCode, registeredOn, address, subdistrictId, parkId, carrierId, industryCode } = enterprise;
  return {
    name,
    creditCode: creditCode ?? '',
    registeredOn: registeredOn ?? '',
    address: address ?? '',
    subdistrictId: subdistrictId ?? '',
    parkId: parkId ?? '',
    carrierId: carrierId ?? '',
    industry: industryCode === null ? '' : `${industryCode} ${enterprise.industryName ?? ''}`.trim(),
  };
}

/** @returns null for an empty field, undefined for text that names no code. */
export function industryCodeIn(typed: string): string | null | undefined {
  if (typed.trim() === '') return null;
  return /^[A-T]?(\d{2,4})(?!\d)/i.exec(typed.trim())?.[1];
}

const CODE_LENGTH = 18;

export function codeTooLong(typed: string): boolean {
  return readCreditCode(typed).code.length > CODE_LENGTH;
}

/** Whether the form can be sent; the server judges the rest. */
export function isComplete(draft: IdentityDraft, today: string): boolean {
  return (
    draft.name.trim().length >= 2 &&
    !codeTooLong(draft.creditCode) &&
    draft.registeredOn <= today &&
    industryCodeIn(draft.industry) !== undefined
  );
}

/** The draft as the contract takes it: an empty control is null. */
export function identityOf(draft: IdentityDraft, acceptCode: boolean) {
  return {
    name: draft.name.trim(),
    creditCode: readCreditCode(draft.creditCode).code || null,
    acceptCode,
    registeredOn: draft.registeredOn || null,
    address: draft.address.trim() || null,
    subdistrictId: draft.subdistrictId || null,
    parkId: draft.parkId || null,
    carrierId: draft.carrierId || null,
    industryCode: industryCodeIn(draft.industry) ?? null,
  };
}

/**
 * Whether the refusal is the question about a doubtful code, which a person may answer, and not a fault of another
 * field: that question always quotes the code.
 */
export function asksAboutCode(refusal: { code: string; message: string }, typed: string): boolean {
  const { code, status } = readCreditCode(typed);
  const doubtful = status === 'check_fails' || status === 'old' || status === 'malformed';
  return refusal.code === 'invalid' && doubtful && refusal.message.includes(code);
}
