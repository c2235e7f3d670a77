import type { Inputs, Outputs } from '@forest/api';
import { appendAudit } from '../../platform/audit/index.ts';
import { authorise } from '../../platform/authorise.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { recordStatements } from '../facts/record-statements.ts';
import { readUnits } from '../organisation/units.ts';
import { touchEnterprises } from '../qualification/touch.ts';
import { figuresYearOf, todayOf } from '../today.ts';
import type { UseCase } from '../use-case.ts';
import { getForChange } from './access.ts';
import { acceptCreditCode } from './credit-code.ts';
import { identityColumns } from './identity.ts';
import { identityFacts, refuseFutureRegistration } from './identity-facts.ts';
import { keepFormerName } from './names.ts';
import { districtOfPlacement, placedSubject } from './placement.ts';

/** Changes who an enterprise is or where it belongs; its former name stays known and can be searched. */
export async function updateEnterprise(
  given: Inputs['registry']['enterprises']['update'],
  { db, clock, user }: UseCase,
): Promise<Outputs['registry']['enterprises']['update']> {
  return db.transaction().execute(async (tx) => {
    const before = await getForChange(tx, user, 'enterprise.edit', given.id);
    const units = await readUnits(tx);
    const placed = given.subdistrictId ?? given.parkId ?? given.carrierId;
    const district = placed === null ? before.district : districtOfPlacement(given, units, user, 'enterprise.edit');
    // Nobody can put an enterprise where they could not have worked on it.
    authorise(user, 'enterprise.edit', placedSubject(district, given, units, given.id));
    refuseFutureRegistration(given.registeredOn, todayOf(clock));
    const { acceptCode, creditCode } = given;
    const confirmed = before.confirmed.creditCode;
    const code = await acceptCreditCode(tx, user, { creditCode, acceptCode, confirmed, district, self: given.id });
    const formerNames = await keepFormerName(tx, before, given.name, todayOf(clock));
    const columns = identityColumns({ ...given, district }, units, formerNames);
    const after = {
      ...columns,
      confirmed: JSON.stringify(code.doubtful ? { ...before.confirmed, creditCode: code.code } : before.confirmed),
    };
    await tx.updateTable('enterprise').set(after).where('id', '=', given.id).execute();
    const facts = changedFacts(identityFacts(given), before);
    const about = { enterpriseId: given.id, district, year: null, source: 'correction', byUser: user.id };
    // Recording marks the enterprise as touched; without new facts the update has to.
    if (Object.keys(facts).length > 0)
      await recordStatements(tx, [{ ...about, statedAt: clock.now(), facts, reason: given.reason }], {
        figuresYear: figuresYearOf(clock),
      });
    else await touchEnterprises(tx, [given.id]);
    await findDuplicates(tx, { district, ids: [given.id] });
    await appendAudit(
      tx,
      { user, clock },
      {
        action: 'enterprise.update',
        subject: { kind: 'enterprise', id: given.id },
        district,
        detail: { ...changes(before, { ...columns, ...asColumns(facts) }), reason: given.reason },
      },
    );
    return { id: given.id };
  });
}

function changedFacts(
  facts: ReturnType<typeof identityFacts>,
  before: { registered_on: string | null; industry_code: string | null },
) {
  const { registrationDate, industryCode, ...rest } = facts;
  return {
    ...rest,
    ...(registrationDate !== undefined && registrationDate !== before.registered_on ? { registrationDate } : {}),
    ...(industryCode !== undefined && industryCode !== before.industry_code ? { industryCode } : {}),
  };
}

function asColumns(facts: ReturnType<typeof changedFacts>) {
  const { registrationDate: registered_on, industryCode: industry_code } = facts;
  return {
    ...(registered_on === undefined ? {} : { registered_on }),
    ...(industry_code === undefined ? {} : { industry_code }),
  };
}

const silent = new Set(['name_key', 'address_key', 'search_text', 'unit_paths', 'code_status', 'confirmed']);

/** Column → from and to, of what really changed and is not worked out from something else. */
function changes(before: object, after: object): Record<string, { from: unknown; to: unknown }> {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after)
      .filter(([column, value]) => !silent.has(column) && old.get(column) !== value)
      .map(([column, to]) => [column, { from: old.get(column) ?? null, to }]),
  );
}
