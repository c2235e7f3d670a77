import type { Text } from '@forest/domain';
import { type Dictionary, nearestFacts, readFacts } from '@forest/rules';
import { Fault } from '../../platform/fault.ts';
import type { StoredFacts } from '../tables.ts';

export interface Correction {
  fact: string;
  /** null = standing. */
  year: number | null;
  value: number | string | boolean;
}

export interface CheckWorld {
  dictionary: Dictionary;
  today: string;
  /** What is held true of the same year, without the fact that is corrected. */
  others: StoredFacts;
}

const FIRST_YEAR = 1949;

/** Of the same year the first cannot exceed the second, whatever the trade. */
const parts: readonly (readonly [part: string, whole: string])[] = [
  ['techStaff', 'staff'],
  ['rdStaff', 'staff'],
  ['doctors', 'staff'],
  ['mainRevenue', 'revenue'],
  ['highTechIncome', 'totalIncome'],
  ['inventionsInMainBusiness', 'inventionPatents'],
];

/**
 * The value as it will be kept.
 * @throws Fault `invalid`, naming fact, reason and remedy: unknown or computed fact, wrong kind, unit or period, negative
 * where nothing can be, a date or year that has not come, a share above one, a part larger than its whole.
 */
export function checkValue({ fact, year, value }: Correction, { dictionary, today, others }: CheckWorld) {
  const known = dictionary.get(fact);
  if (!known) {
    const near = nearestFacts(dictionary, fact).join('、');
    throw invalid(
      { zh: `没有名为 ${fact} 的数据项。`, en: `There is no fact ${fact}.` },
      near
        ? { zh: `是否指 ${near}？`, en: `Did you mean ${near}?` }
        : { zh: '请从列表中选择。', en: 'Choose from the list.' },
    );
  }
  const { name, unit, derived, period } = known;
  if (derived?.from === 'qualifications')
    throw invalid(
      {
        zh: `${name.zh}由资质证书得出，不能直接填写。`,
        en: `${name.en} follows from the certificates and is not typed in.`,
      },
      { zh: '请登记或撤销相应资质。', en: 'Add or revoke the certificate.' },
    );
  if ((period === 'annual') !== (year !== null))
    throw period === 'annual'
      ? invalid(
          { zh: `${name.zh}按年度填写。`, en: `${name.en} belongs to a year.` },
          { zh: '请选择年度。', en: 'Choose the year.' },
        )
      : invalid(
          { zh: `${name.zh}不分年度。`, en: `${name.en} does not belong to a year.` },
          { zh: '请不要选择年度。', en: 'Leave the year out.' },
        );
  const thisYear = Number(today.slice(0, 4));
  if (year !== null && (year > thisYear || year < FIRST_YEAR))
    throw invalid(
      { zh: `${year} 年不在 ${FIRST_YEAR} 年至今年之间。`, en: `${year} is not between ${FIRST_YEAR} and this year.` },
      { zh: '请检查年度。', en: 'Check the year.' },
    );
  const given = year === null ? { enterprise: { [fact]: value } } : { years: { [year]: { [fact]: value } } };
  const { facts, problems } = readFacts(dictionary, { asOf: today, ...given });
  if (problems[0]) throw invalid(problems[0].message, problems[0].remedy);
  const kept = year === null ? facts.enterprise[fact] : facts.years[year]?.[fact];
  if (kept === undefined || kept === null)
    throw invalid(
      { zh: `${name.zh}没有值。`, en: `${name.en} has no value.` },
      { zh: '请填写。', en: 'Give a value.' },
    );
  if (unit === '日期' && String(kept) > today)
    throw invalid(
      { zh: `${name.zh} ${kept} 还没有到。`, en: `${name.en} ${kept} has not come yet.` },
      { zh: '请检查日期。', en: 'Check the date.' },
    );
  if (unit === '%' && known.nonNegative && typeof kept === 'number' && kept > 1)
    throw invalid(
      { zh: `${name.zh} ${kept * 100} % 超过 100 %。`, en: `${name.en} of ${kept * 100} % is above 100 %.` },
      { zh: '百分比请写成小数，5 % 写作 0.05。', en: 'Write 5 % as 0.05.' },
    );
  if (typeof kept === 'number') refuseImpossible(fact, kept, others, dictionary);
  return kept;
}

function refuseImpossible(fact: string, value: number, others: StoredFacts, dictionary: Dictionary): void {
  const name = (id: string) => dictionary.get(id)?.name ?? { zh: id, en: id };
  for (const [part, whole] of parts) {
    if (fact !== part && fact !== whole) continue;
    const [less, more] = fact === part ? [value, others[whole]] : [others[part], value];
    if (typeof less === 'number' && typeof more === 'number' && less > more)
      throw invalid(
        {
          zh: `${name(part).zh} ${less} 大于${name(whole).zh} ${more}。`,
          en: `${name(part).en} of ${less} exceeds ${name(whole).en} of ${more}.`,
        },
        {
          zh: '请核对单位与口径；若另一项有误，请先更正它。',
          en: 'Check unit and meaning; correct the other one first if it is wrong.',
        },
      );
  }
}

function invalid(text: Text, remedy: Text): Fault {
  return new Fault('invalid', text, remedy);
}
