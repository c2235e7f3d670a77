import { compileRule, loadContent, type RuleTree } from '@forest/rules';

export const AS_OF = '2024-06-01';

export const FIELDS = [
  '电子信息',
  '生物与新医药',
  '航空航天',
  '新材料',
  '高技术服务',
  '新能源与节能',
  '资源与环境',
  '先进制造与自动化',
];

const FACTS = `facts:
  - { id: registrationDate, name: { zh: 成立日期, en: Registered on }, unit: 日期, period: standing }
  - { id: ipItems, name: { zh: 知识产权, en: IP items }, unit: 项, period: standing, range: nonNegative }
  - { id: techField, name: { zh: 技术领域, en: Field }, unit: 文本, period: standing }
  - { id: techStaff, name: { zh: 科技人员, en: S&T staff }, unit: 人, period: annual, range: nonNegative }
  - { id: staff, name: { zh: 职工总数, en: Staff }, unit: 人, period: annual, range: nonNegative }
  - { id: rd, name: { zh: 研发费用, en: R&D }, unit: 万元, period: annual, range: nonNegative }
  - { id: sales, name: { zh: 销售收入, en: Sales }, unit: 万元, period: annual, range: nonNegative }
  - { id: rdDomestic, name: { zh: 境内研发费用, en: Domestic R&D }, unit: 万元, period: annual, range: nonNegative }
  - { id: highTechIncome, name: { zh: 高新收入, en: High-tech income }, unit: 万元, period: annual, range: nonNegative }
  - { id: totalIncome, name: { zh: 总收入, en: Total income }, unit: 万元, period: annual, range: nonNegative }
  - { id: hasMajorAccident, name: { zh: 重大事故, en: Major accident }, unit: 是否, period: standing }
`;

const RULE = `id: hnte-eight
name: { zh: 高新技术企业认定（不含评分）, en: HNTE without the score }
kind: qualification
subject: enterprise
issuer: { zh: 科技部 财政部 国家税务总局, en: Ministries }
documents:
  mgmt: { number: 国科发火〔2016〕32号, title: 高新技术企业认定管理办法 }
versions:
  - id: "2016"
    effectiveFrom: 2016-01-01
    effectiveTo: null
    confidence: V+
    verifiedBy: null
    measures:
      rdShare: sum(rd, 3) / sum(sales, 3)
    criteria:
      - id: HNTE-01
        title: { zh: 注册成立满一年, en: Registered for a year }
        article: mgmt 第十一条（一）
        check: { olderThan: { date: registrationDate, days: 365, orEqual: true } }
      - id: HNTE-02
        title: { zh: 拥有知识产权, en: Owns IP }
        article: mgmt 第十一条（二）
        check: { atLeast: { measure: ipItems, value: 1 项 } }
      - id: HNTE-03
        title: { zh: 技术属于重点领域, en: Supported field }
        article: mgmt 第十一条（三）
        check: { oneOf: { fact: techField, values: [${FIELDS.join(', ')}] } }
      - id: HNTE-04
        title: { zh: 科技人员占比, en: S&T staff share }
        article: mgmt 第十一条（四）
        check: { atLeast: { measure: latest(techStaff) / latest(staff), value: 10% } }
      - id: HNTE-05
        title: { zh: 研发费用占比, en: R&D share }
        article: mgmt 第十一条（五）
        check:
          atLeast:
            measure: rdShare
            by: latest(sales)
            bands: [{ atMost: 5000 万元, value: 5% }, { atMost: 20000 万元, value: 4% }, { otherwise: 3% }]
      - id: HNTE-06
        title: { zh: 境内研发占比, en: Domestic R&D }
        article: mgmt 第十一条（五）
        check: { atLeast: { measure: 'sum(rdDomestic, 3) / sum(rd, 3)', value: 60% } }
      - id: HNTE-07
        title: { zh: 高新收入占比, en: High-tech income }
        article: mgmt 第十一条（六）
        check: { atLeast: { measure: latest(highTechIncome) / latest(totalIncome), value: 60% } }
      - id: HNTE-09
        title: { zh: 无重大事故, en: No major accident }
        article: mgmt 第十一条（八）
        check: { isFalse: hasMajorAccident }
tests: []
`;

/**
 * The eight criteria of 国科发火〔2016〕32号 第十一条 that every engine compared can express: all but the score, which none
 * of them computes as an interval.
 */
export function hnteEight(): RuleTree {
  const library = loadContent([
    { path: 'bench/facts.yaml', text: FACTS },
    { path: 'bench/rules/hnte-eight.yaml', text: RULE },
  ]);
  const compiled = compileRule(library, 'hnte-eight', AS_OF);
  if (!compiled.ok) throw new Error(JSON.stringify([library.diagnostics, compiled.fault]));
  return compiled.tree;
}
