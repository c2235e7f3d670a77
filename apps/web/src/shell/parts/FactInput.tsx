import { Input } from 'antd';
import { useState } from 'react';
import { shellCopy } from '../copy.ts';
import type { FactValue } from '../format/fact.ts';
import { useCopy } from '../language.tsx';
import { Choice } from './Choice.tsx';

interface FactInputProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  /** The dictionary's unit decides what can be typed; ratios are typed as percentages. */
  unit: string;
  value: FactValue | null;
  onChange(value: FactValue | null): void;
}

/** One fact's value as people type it: a number in its unit, a percentage, a date, yes or no, or text. */
export function FactInput({ unit, value, onChange, ...control }: FactInputProps) {
  const t = useCopy(shellCopy);
  const [typed, setTyped] = useState(() => textOf(value, unit));
  if (unit === '是否')
    return (
      <Choice
        {...control}
        value={value === null ? '' : String(value)}
        options={[
          { value: '', label: t.unknown },
          { value: 'true', label: t.yes },
          { value: 'false', label: t.no },
        ]}
        onChange={(chosen) => onChange(chosen === '' ? null : chosen === 'true')}
      />
    );
  if (unit === '日期' || unit === '文本')
    return (
      <Input
        {...control}
        type={unit === '日期' ? 'date' : 'text'}
        value={typeof value === 'string' ? value : ''}
        onChange={(e) => onChange(e.target.value === '' ? null : e.target.value)}
      />
    );
  return (
    <Input
      {...control}
      inputMode="decimal"
      className="figure"
      suffix={unit === '%' ? '%' : undefined}
      value={typed}
      onChange={(e) => {
        setTyped(e.target.value);
        onChange(numberIn(e.target.value, unit));
      }}
    />
  );
}

/** Typed digits as the fact's number: grouping commas are ignored, percentages become fractions without float noise. */
export function numberIn(typed: string, unit: string): number | null {
  const digits = typed.replace(/[,，\s]/g, '').replace('−', '-');
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(digits)) return null;
  return unit === '%' ? Number(`${Number(digits)}e-2`) : Number(digits);
}

function textOf(value: FactValue | null, unit: string): string {
  if (typeof value !== 'number') return '';
  return unit === '%' ? String(Number(`${value}e2`)) : String(value);
}
