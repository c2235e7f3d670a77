import { shellCopy } from '../copy.ts';
import { type MoneyUnit, money } from '../format/money.ts';
import { aligned, number } from '../format/number.ts';
import { useCopy, useLanguage } from '../language.tsx';

/** Money in prose: 万元/亿元 by size; the exact amount on hover and to a screen reader. */
export function Amount({ value, unit }: { value: number | null; unit?: MoneyUnit }) {
  const { language } = useLanguage();
  if (value === null) return <Unknown />;
  const { short, exact } = money(value, language, unit);
  return (
    <data value={value} title={exact} aria-description={exact} className="figure">
      {short}
    </data>
  );
}

/** A number in a table cell whose header carries the unit; null = unknown, never 0. Amounts get two decimals. */
export function Figure({ value, exact, amount }: { value: number | null; exact?: string; amount?: boolean }) {
  if (value === null) return <Unknown />;
  return (
    <span className="figure" title={exact}>
      {amount ? aligned(value) : number(value)}
    </span>
  );
}

export function Unknown() {
  const t = useCopy(shellCopy);
  return <span className="unknown-value">{t.unknown}</span>;
}

/** Not applicable or not filled in, as opposed to unknown. */
export function Dash() {
  return <span className="dash">—</span>;
}
