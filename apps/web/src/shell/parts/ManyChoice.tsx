import { Input } from 'antd';
import { useState } from 'react';
import { shellCopy } from '../copy.ts';
import { useCopy } from '../language.tsx';
import { Disclosure } from './Disclosure.tsx';

export interface TreeOption {
  value: string;
  label: string;
  /** Steps of indentation. */
  depth?: number;
}

interface ManyChoiceProps {
  label: string;
  value: readonly string[] | undefined;
  options: readonly TreeOption[];
  onChange(value: string[] | undefined): void;
}

const SEARCH_FROM = 10;

/** Several of many: a button naming the filter and how many are chosen, opening a searchable list of checkboxes. */
export function ManyChoice({ label, value, options, onChange }: ManyChoiceProps) {
  const t = useCopy(shellCopy);
  const [typed, setTyped] = useState('');
  const chosen = new Set(value);
  const shown = options.filter((option) => option.label.toLowerCase().includes(typed.trim().toLowerCase()));
  const toggle = (item: string, on: boolean) => {
    const next = options.map((o) => o.value).filter((v) => (v === item ? on : chosen.has(v)));
    onChange(next.length ? next : undefined);
  };
  const one = chosen.size === 1 ? options.find((o) => chosen.has(o.value))?.label : undefined;
  const button = chosen.size === 0 ? label : `${label}：${one ?? t.chosen(chosen.size)}`;
  return (
    <Disclosure label={button} active={chosen.size > 0}>
      {options.length >= SEARCH_FROM && (
        <Input
          size="small"
          aria-label={`${t.search} ${label}`}
          placeholder={t.search}
          value={typed}
          onChange={(e) => setTyped(e.target.value)}
        />
      )}
      <fieldset className="check-list">
        <legend className="sr-only">{label}</legend>
        {shown.map((option) => (
          <label key={option.value} style={{ paddingInlineStart: (option.depth ?? 0) * 16 }}>
            <input
              type="checkbox"
              checked={chosen.has(option.value)}
              onChange={(e) => toggle(option.value, e.target.checked)}
            />
            {option.label}
          </label>
        ))}
        {shown.length === 0 && <p className="muted">{t.nothing}</p>}
      </fieldset>
    </Disclosure>
  );
}
