import type { Text } from '@forest/domain';

/** Columns of the register itself, as against facts of the dictionary. */
export const identityColumns = [
  'name',
  'formerName',
  'creditCode',
  'registeredOn',
  'address',
  'subdistrict',
  'park',
  'carrier',
  'industryCode',
  'businessScope',
  'reportYear',
] as const;
export type IdentityColumn = (typeof identityColumns)[number];

/** What a column of a ledger can be read as. */
export interface Target {
  /** An identity column, or the id of a fact. */
  id: string;
  name: Text;
  /** The dictionary's unit; null for identity columns. */
  unit: string | null;
  annual: boolean;
  nonNegative: boolean;
  /** Closed list of a text fact. */
  values: readonly string[] | null;
  aliases: readonly string[];
}

/** Targets by id. */
export type Targets = ReadonlyMap<string, Target>;

export function isIdentity(id: string): id is IdentityColumn {
  return (identityColumns as readonly string[]).includes(id);
}

/** The parts of a dictionary entry that reading a ledger needs. */
export interface FactWords {
  id: string;
  name: Text;
  unit: string;
  period: 'annual' | 'standing';
  nonNegative: boolean;
  aliases: readonly string[];
  values: readonly { value: string }[] | null;
}

/**
 * Facts that the registry computes from its records are targets too: a ledger's 发明专利 counts until the items are there.
 * @param identityAliases headers of identity columns, as content lists them; the built-in names always work.
 */
export function targetsOf(
  facts: Iterable<FactWords>,
  identityAliases: Readonly<Partial<Record<IdentityColumn, readonly string[]>>> = {},
): Targets {
  const targets = new Map<string, Target>();
  for (const id of identityColumns)
    targets.set(id, {
      id,
      name: identityNames[id],
      unit: null,
      annual: false,
      nonNegative: false,
      values: null,
      aliases: [identityNames[id].zh, ...builtIn[id], ...(identityAliases[id] ?? [])],
    });
  for (const fact of facts)
    if (!targets.has(fact.id) && fact.id !== 'registrationDate')
      targets.set(fact.id, {
        id: fact.id,
        name: fact.name,
        unit: fact.unit,
        annual: fact.period === 'annual',
        nonNegative: fact.nonNegative,
        values: fact.values?.map((entry) => entry.value) ?? null,
        aliases: [fact.name.zh, ...fact.aliases],
      });
  return targets;
}

export const identityNames: Readonly<Record<IdentityColumn, Text>> = {
  name: { zh: '企业名称', en: 'Enterprise name' },
  formerName: { zh: '曾用名', en: 'Former name' },
  creditCode: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  registeredOn: { zh: '成立日期', en: 'Date of registration' },
  address: { zh: '注册地址', en: 'Registered address' },
  subdistrict: { zh: '所属街道', en: 'Subdistrict' },
  park: { zh: '所属园区', en: 'Park' },
  carrier: { zh: '所在载体', en: 'Carrier' },
  industryCode: { zh: '行业代码', en: 'Industry code' },
  businessScope: { zh: '经营范围', en: 'Business scope' },
  reportYear: { zh: '数据年份', en: 'Year of the figures' },
};

const builtIn: Readonly<Record<IdentityColumn, readonly string[]>> = {
  name: ['单位名称', '公司名称', '单位详细名称', '企业全称', '公司全称', '名称', 'full_name', 'company_name'],
  formerName: ['原名称', '企业曾用名', '变更前名称'],
  creditCode: [
    '社会信用代码',
    '信用代码',
    '税号',
    '纳税人识别号',
    '组织机构代码',
    '注册号',
    '统一信用代码',
    '机构代码',
  ],
  registeredOn: ['成立时间', '注册时间', '注册日期', '登记日期', '成立年月'],
  address: ['住所', '企业地址', '注册地', '单位地址', '地址', 'registered_address'],
  subdistrict: ['街道', '属地', '板块', '所在街道', '属地街道', '街道（园区）'],
  park: ['园区', '所在园区', '高新园区', '所在高新园区'],
  carrier: ['载体', '载体名称', '所属载体', '孵化器', '孵化载体'],
  industryCode: ['国民经济行业代码', '所属行业代码'],
  businessScope: ['主营业务', '经营业务', '主营产品'],
  reportYear: ['年份', '年度', '报告年度', '统计年度', '所属年度', '会计年度', 'report_year', 'year'],
};
