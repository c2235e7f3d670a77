import { plainNumber } from './normalise.ts';
import type { Text } from './text.ts';

export interface CertificateNumber {
  number: string;
  /** Year the number names; null when it names none. */
  year: number | null;
  /** What looks odd. Certificates are never refused for their number: the patterns are not official (HNTE-T-10, K-M). */
  warning: Text | null;
}

/** 高新技术企业证书编号: `GR`, year, province (Jiangsu 32), six digits; `GF` on re-examined certificates before 2016. */
export function readHighTechCertificate(text: string): CertificateNumber {
  const number = plainNumber(text);
  const match = /^G[RF](20\d{2})(\d{2})\d{6}$/.exec(number);
  if (match) return { number, year: Number(match[1]), warning: null };
  return {
    number,
    year: null,
    warning: {
      zh: '高企证书编号通常为 GR + 四位年份 + 两位省份代码 + 六位数字，请核对。',
      en: 'A high-tech certificate usually reads GR, four digits of the year, two of the province, six more. Please check.',
    },
  };
}
