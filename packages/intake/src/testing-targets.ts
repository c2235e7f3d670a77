import { type FactWords, type Targets, targetsOf } from './index.ts';

const fact = (id: string, zh: string, unit: string, more: Partial<FactWords> = {}): FactWords => ({
  id,
  name: { zh, en: id },
  unit,
  period: 'annual',
  nonNegative: true,
  aliases: [],
  values: null,
  ...more,
});

/** A small dictionary for tests: one fact of every kind. */
export const sampleTargets: Targets = targetsOf([
  fact('revenue', '营业收入', '万元', { aliases: ['营收'] }),
  fact('mainRevenue', '主营业务收入', '万元'),
  fact('rd', '研发费用', '万元', { aliases: ['研发投入'] }),
  fact('netProfit', '净利润', '万元', { nonNegative: false }),
  fact('highTechIncome', '高新技术产品（服务）收入', '万元'),
  fact('staff', '职工总数', '人', { aliases: ['从业人员', '职工人数'] }),
  fact('rdStaff', '研发人员', '人'),
  fact('rdShare', '研发费用占比', '%'),
  fact('registeredCapital', '注册资本', '万元', { period: 'standing', aliases: ['注册资金'] }),
  fact('listed', '是否上市', '是否', { period: 'standing', aliases: ['上市'] }),
  fact('techField', '技术领域', '文本', { period: 'standing', values: [{ value: '新材料' }, { value: '电子信息' }] }),
  fact('licenceExpiry', '许可证有效期', '日期', { period: 'standing' }),
]);
