import type { SelectHTMLAttributes } from 'react';

export interface Option {
  value: string;
  label: string;
}

type ChoiceProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> & {
  value: string;
  options: readonly Option[];
  onChange(value: string): void;
};

/** One of a few: the native select, which every phone and screen reader knows. */
export function Choice({ options, onChange, className, ...rest }: ChoiceProps) {
  return (
    <select {...rest} className={`choice ${className ?? ''}`} onChange={(e) => onChange(e.target.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
