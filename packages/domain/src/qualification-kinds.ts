import type { Text } from './text.ts';

export interface QualificationKind {
  name: Text;
  /** Years from the date of issue for which it is valid when the certificate does not say; null = not fixed. */
  years: number | null;
}

/**
 * Certificates and lists that are known by name. 国科发火〔2016〕32号 第九条 (高企: three years),
 * 工信部企业〔2022〕63号 第十一条 (优质中小企业: three years). Others are kept under their own name.
 */
export const qualificationKinds: Readonly<Record<string, QualificationKind>> = {
  hnte: { name: { zh: '高新技术企业', en: 'High- and new-technology enterprise' }, years: 3 },
  techSme: { name: { zh: '科技型中小企业', en: 'Technology-based SME' }, years: null },
  innovativeSme: { name: { zh: '创新型中小企业', en: 'Innovative SME' }, years: 3 },
  specialisedSme: { name: { zh: '专精特新中小企业', en: 'Specialised and innovative SME' }, years: 3 },
  littleGiant: { name: { zh: '专精特新“小巨人”企业', en: 'Little giant' }, years: 3 },
  gazelle: { name: { zh: '瞪羚企业', en: 'Gazelle' }, years: null },
  cultivatedUnicorn: { name: { zh: '培育独角兽企业', en: 'Cultivated unicorn' }, years: null },
  unicorn: { name: { zh: '独角兽企业', en: 'Unicorn' }, years: null },
  listed: { name: { zh: '上市企业', en: 'Listed' }, years: null },
};

export function qualificationKind(kind: string): QualificationKind {
  return Object.hasOwn(qualificationKinds, kind)
    ? qualificationKinds[kind]!
    : { name: { zh: kind, en: kind }, years: null };
}
