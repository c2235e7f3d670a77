import type { DossierFact } from '../facts.ts';

/** 2026 年 11 月 22 日 */
export function proseDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
}

/** As people read it: thousands apart, shares in per cent, yes and no in words. */
export function shownValue({ value, unit }: Pick<DossierFact, 'value' | 'unit'>): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value;
  if (unit === '%') return `${plain(Number((value * 100).toPrecision(12)))} %`;
  return plain(value);
}

function plain(value: number): string {
  return value.toLocaleString('zh-CN', { maximumFractionDigits: 6 });
}

export const verdictWords = { met: '符合', not_met: '不符合', unknown: '未知' } as const;
export const statusWords = { valid: '有效', expired: '已到期', revoked: '已撤销', unknown: '未知' } as const;
export const stateWords = { active: '在册', left: '已迁出', cancelled: '已注销', merged: '已合并' } as const;
