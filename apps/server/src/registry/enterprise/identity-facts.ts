import { Fault } from '../../platform/fault.ts';
import type { StoredFacts } from '../tables.ts';
import { plainIndustryCode } from '../vocabulary/industries.ts';

/** The part of an identity that rules read; it enters as facts, with a source, like all others. */
export function identityFacts(given: { registeredOn: string | null; industryCode: string | null }): StoredFacts {
  const facts: StoredFacts = {};
  if (given.registeredOn !== null) facts.registrationDate = given.registeredOn;
  if (given.industryCode !== null) facts.industryCode = plainIndustryCode(given.industryCode);
  return facts;
}

export function refuseFutureRegistration(registeredOn: string | null, today: string): void {
  if (registeredOn !== null && registeredOn > today)
    throw new Fault(
      'invalid',
      { zh: `成立日期 ${registeredOn} 还没有到。`, en: `The date of registration ${registeredOn} has not come yet.` },
      { zh: '请检查成立日期。', en: 'Check the date.' },
    );
}
