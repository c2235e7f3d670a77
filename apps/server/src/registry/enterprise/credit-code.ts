import { type CreditCode, may, readCreditCode, type Text } from '@forest/domain';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/index.ts';
import { Fault } from '../../platform/fault.ts';
import type { UseCase } from '../use-case.ts';
import { subjectOf } from './access.ts';

export interface CodeQuestion {
  creditCode: string | null;
  /** The person has seen the warning and stands by the code. */
  acceptCode: boolean;
  /** A code that was confirmed before is not asked about again. */
  confirmed: string | undefined;
  district: string;
  /** The enterprise itself, when it exists already. */
  self: number | null;
}

/**
 * Warn and ask: real codes exist that fail the check (GB 32100-2015), so an odd one is taken when a person stands by it.
 * @returns the code as read; `doubtful` when it was taken against a warning.
 * @throws Fault `invalid` with the doubt when it was not accepted; `conflict` when another enterprise has the code.
 */
export async function acceptCreditCode(
  tx: Tx,
  user: UseCase['user'],
  question: CodeQuestion,
): Promise<CreditCode & { doubtful: boolean }> {
  const read = readCreditCode(question.creditCode);
  const doubt = doubtOf(read);
  const doubtful = doubt !== null && question.confirmed !== read.code;
  if (doubtful && !question.acceptCode)
    throw new Fault('invalid', doubt, {
      zh: '请对照营业执照核对；确认无误可以“仍然使用”（acceptCode）。',
      en: 'Compare it with the licence; if it is right, use it anyway (acceptCode).',
    });
  if (read.code !== '') await refuseTaken(tx, user, read.code, question);
  return { ...read, doubtful };
}

function doubtOf({ code, status, expectedCheck }: CreditCode): Text | null {
  if (status === 'check_fails')
    return {
      zh: `统一社会信用代码 ${code} 的校验位不符：应为 ${expectedCheck}。`,
      en: `The check character of ${code} does not fit: ${expectedCheck} is expected.`,
    };
  if (status === 'old')
    return {
      zh: `${code} 是 2015 年以前的旧号码，不是统一社会信用代码。`,
      en: `${code} is a number from before 2015, not a unified social credit code.`,
    };
  if (status === 'malformed')
    return {
      zh: `${code} 不是 18 位统一社会信用代码（不含字母 I、O、S、V、Z）。`,
      en: `${code} is not an 18-character code (letters I, O, S, V, Z do not occur).`,
    };
  return null;
}

async function refuseTaken(tx: Tx, user: UseCase['user'], code: string, { district, self }: CodeQuestion) {
  // Two people who enter the same code at the same time stand in line here.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`credit-code/${district}/${code}`}, 0))`.execute(tx);
  const other = await tx
    .selectFrom('enterprise')
    .select(['id', 'name', 'district', 'unit_paths'])
    .where('district', '=', district)
    .where('credit_code', '=', code)
    .where('state', '<>', 'merged')
    .where('id', '<>', self ?? 0)
    .executeTakeFirst();
  if (!other) return;
  const seen = may(user, 'enterprise.read', subjectOf(other));
  throw new Fault(
    'conflict',
    seen
      ? {
          zh: `代码 ${code} 已属于“${other.name}”（编号 ${other.id}）。`,
          en: `${code} belongs to “${other.name}” (${other.id}).`,
        }
      : { zh: `代码 ${code} 已属于另一家企业。`, en: `${code} belongs to another enterprise.` },
    {
      zh: '如是同一家，请打开它或合并；否则请核对代码。',
      en: 'Open or merge it when it is the same; check the code otherwise.',
    },
  );
}
