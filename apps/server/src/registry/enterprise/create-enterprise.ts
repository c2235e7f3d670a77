import type { Inputs, Outputs } from '@forest/api';
import { appendAudit } from '../../platform/audit/index.ts';
import { authorise } from '../../platform/authorise.ts';
import { notFound } from '../../platform/fault.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { recordStatements } from '../facts/record-statements.ts';
import { readUnits } from '../organisation/units.ts';
import { figuresYearOf, todayOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { plainIndustryCode } from '../vocabulary/industries.ts';
import { acceptCreditCode } from './credit-code.ts';
import { identityColumns } from './identity.ts';
import { identityFacts, refuseFutureRegistration } from './identity-facts.ts';
import { districtOfPlacement, placedSubject } from './placement.ts';

/** A new dossier, placed where the viewer may place one. */
export async function createEnterprise(
  given: Inputs['registry']['enterprises']['create'],
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['enterprises']['create']> {
  return db.transaction().execute(async (tx) => {
    const units = await readUnits(tx);
    const district = districtOfPlacement(given, units, user, 'enterprise.edit');
    authorise(user, 'enterprise.edit', placedSubject(district, given, units, null));
    if (!units.has(district)) throw notFound({ zh: '这个区', en: 'district' });
    refuseFutureRegistration(given.registeredOn, todayOf(clock));
    const { acceptCode, creditCode } = given;
    const code = await acceptCreditCode(tx, user, {
      creditCode,
      acceptCode,
      confirmed: undefined,
      district,
      self: null,
    });
    const { id } = await tx
      .insertInto('enterprise')
      .values({
        ...identityColumns({ ...given, district }, units),
        registered_on: given.registeredOn,
        industry_code: given.industryCode === null ? null : plainIndustryCode(given.industryCode),
        confirmed: JSON.stringify(code.doubtful ? { creditCode: code.code } : {}),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const facts = identityFacts(given);
    if (Object.keys(facts).length > 0)
      await recordStatements(
        tx,
        [
          {
            enterpriseId: id,
            district,
            year: null,
            source: 'correction',
            statedAt: clock.now(),
            byUser: user.id,
            facts,
          },
        ],
        { figuresYear: figuresYearOf(clock) },
      );
    await findDuplicates(tx, { district, ids: [id] });
    await appendAudit(
      tx,
      { user, clock },
      {
        action: 'enterprise.create',
        subject: { kind: 'enterprise', id },
        district,
        detail: { name: given.name, creditCode: code.code, acceptedAgainstWarning: code.doubtful },
      },
    );
    return { id };
  });
}
