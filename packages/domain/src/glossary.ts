/** One word for one thing: the Chinese term, its short form where there is one, the English term and the identifier in code. */
export interface Term {
  zh: string;
  short?: string;
  en: string;
  id: string;
}

// biome-ignore format: one term a line
export const glossary: readonly Term[] = [
  { zh: '高新技术企业', short: '高企', en: 'High- and new-technology enterprise', id: 'highTechEnterprise' },
  { zh: '科技型中小企业', short: '科小', en: 'Technology-based SME', id: 'techSme' },
  { zh: '瞪羚企业', short: '瞪羚', en: 'Gazelle', id: 'gazelle' },
  { zh: '独角兽企业', short: '独角兽', en: 'Unicorn', id: 'unicorn' },
  { zh: '专精特新中小企业', short: '专精特新', en: 'Specialised and innovative SME', id: 'specialisedSme' },
  { zh: '专精特新“小巨人”企业', short: '小巨人', en: 'Little giant', id: 'littleGiant' },
  { zh: '规模以上企业', short: '规上', en: 'Enterprise above designated size', id: 'aboveScale' },
  { zh: '载体', en: 'Carrier', id: 'carrier' },
  { zh: '孵化器', en: 'Incubator', id: 'incubator' },
  { zh: '新型研发机构', short: '新研', en: 'New-type R&D institution', id: 'newResearchInstitution' },
  { zh: '园区', en: 'Park', id: 'park' },
  { zh: '街道', en: 'Subdistrict', id: 'subdistrict' },
  { zh: '区', en: 'District', id: 'district' },
  { zh: '一企一档', en: 'Dossier', id: 'dossier' },
  { zh: '梯队', en: 'Ladder', id: 'ladder' },
  { zh: '普查', en: 'Census', id: 'census' },
  { zh: '判定', en: 'Verdict', id: 'verdict' },
  { zh: '条件', en: 'Criterion', id: 'criterion' },
  { zh: '一步之遥', en: 'Near miss', id: 'nearMiss' },
  { zh: '数据项', en: 'Fact', id: 'fact' },
  { zh: '来源', en: 'Source', id: 'source' },
  { zh: '更正', en: 'Correction', id: 'correction' },
  { zh: '资质', en: 'Qualification', id: 'qualification' },
  { zh: '统一社会信用代码', short: '信用代码', en: 'Unified social credit code', id: 'creditCode' },
  { zh: '诉求', en: 'Demand', id: 'demand' },
  { zh: '走访', en: 'Visit', id: 'visit' },
  { zh: '揭榜', en: 'Challenge bid', id: 'challengeBid' },
  { zh: '兑现', en: 'Claim', id: 'claim' },
  { zh: '创新券', en: 'Voucher', id: 'voucher' },
  { zh: '督查', en: 'Supervision', id: 'supervision' },
  { zh: '待核实', en: 'Review item', id: 'reviewItem' },
  { zh: '研发费用', en: 'R&D expenditure', id: 'rd' },
  { zh: '销售收入', en: 'Sales revenue', id: 'sales' },
];

/** @param word a Chinese term or its short form. */
export function findTerm(word: string): Term | undefined {
  return glossary.find((term) => term.zh === word || term.short === word);
}
