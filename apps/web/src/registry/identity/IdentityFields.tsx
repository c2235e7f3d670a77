import { Input } from 'antd';
import { useCopy } from '../../shell/language.tsx';
import { Choice, type Option } from '../../shell/parts/Choice.tsx';
import { Field } from '../../shell/parts/Field.tsx';
import { useUnitOptions } from '../../shell/units.ts';
import { registryCopy } from '../copy.ts';
import { identityCopy } from './copy.ts';
import { IndustryField } from './IndustryField.tsx';
import { codeTooLong, type IdentityDraft } from './identity.ts';

interface IdentityFieldsProps {
  draft: IdentityDraft;
  /** What is registered; undefined for a new enterprise. */
  before: IdentityDraft | undefined;
  /** The server's day, ISO. */
  today: string;
  onChange(change: Partial<IdentityDraft>): void;
}

/** Name, code, date, industry, and where it belongs. */
export function IdentityFields({ draft, before, today, onChange }: IdentityFieldsProps) {
  const t = useCopy(identityCopy);
  const words = useCopy(registryCopy);
  const renamed = before !== undefined && draft.name.trim() !== before.name;
  return (
    <>
      <Field label={words.enterprise} hint={renamed ? t.renameHint : undefined}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={200}
            value={draft.name}
            onChange={(e) => onChange({ name: e.target.value })}
          />
        )}
      </Field>
      <div className="field-pairs">
        <Field
          label={words.creditCode}
          hint={t.codeHint}
          error={codeTooLong(draft.creditCode) ? t.codeTooLong : undefined}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              className="code"
              value={draft.creditCode}
              onChange={(e) => onChange({ creditCode: e.target.value })}
            />
          )}
        </Field>
        <Field
          label={words.registeredOn}
          hint={before?.registeredOn && draft.registeredOn === '' ? t.emptyKeeps : undefined}
          error={draft.registeredOn > today ? t.dateAhead : undefined}
        >
          {(control) => (
            <Input
              {...control}
              type="date"
              max={today}
              value={draft.registeredOn}
              onChange={(e) => onChange({ registeredOn: e.target.value })}
            />
          )}
        </Field>
      </div>
      <IndustryField value={draft.industry} onChange={(industry) => onChange({ industry })} />
      {before?.industry && draft.industry.trim() === '' && <p className="field-hint">{t.emptyKeeps}</p>}
      <Field label={t.address}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={500}
            value={draft.address}
            onChange={(e) => onChange({ address: e.target.value })}
          />
        )}
      </Field>
      <PlaceFields draft={draft} onChange={onChange} />
    </>
  );
}

const PLACES = [
  ['subdistrict', 'subdistrictId'],
  ['park', 'parkId'],
  ['carrier', 'carrierId'],
] as const;

function PlaceFields({ draft, onChange }: Pick<IdentityFieldsProps, 'draft' | 'onChange'>) {
  const words = useCopy(registryCopy);
  const options = {
    subdistrict: useUnitOptions(['subdistrict']),
    park: useUnitOptions(['park']),
    carrier: useUnitOptions(['carrier']),
  };
  return (
    <div className="field-pairs">
      {PLACES.map(([kind, key]) => (
        <Field key={kind} label={words[kind]}>
          {(control) => (
            <Choice
              {...control}
              value={draft[key]}
              options={withPresent(options[kind], draft[key])}
              onChange={(id) => onChange({ [key]: id })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

/** "None", the units, and a unit that is registered but no longer offered: what is sent has to be what is shown. */
function withPresent(options: readonly Option[], present: string): Option[] {
  const known = present === '' || options.some(({ value }) => value === present);
  return [{ value: '', label: '—' }, ...options, ...(known ? [] : [{ value: present, label: present }])];
}
