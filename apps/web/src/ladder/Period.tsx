import { Input } from 'antd';
import { useCopy } from '../shell/language.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { ladderCopy } from './copy.ts';

interface PeriodProps {
  from: string | undefined;
  to: string | undefined;
  onChange(change: { from?: string; to?: string }): void;
}

/** Two dates; an incomplete one is not passed on. */
export function Period({ from, to, onChange }: PeriodProps) {
  const t = useCopy(ladderCopy);
  const day = (key: 'from' | 'to', value: string | undefined) => (
    <Field inline label={t[key]}>
      {(control) => (
        <Input
          {...control}
          type="date"
          defaultValue={value}
          key={value}
          onBlur={(e) =>
            e.target.validity.valid && e.target.value !== (value ?? '')
              ? onChange({ [key]: e.target.value || undefined })
              : undefined
          }
          onPressEnter={(e) => e.currentTarget.blur()}
        />
      )}
    </Field>
  );
  return (
    <>
      {day('from', from)}
      {day('to', to)}
    </>
  );
}
