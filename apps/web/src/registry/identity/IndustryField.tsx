import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useId } from 'react';
import { api } from '../../shell/client.ts';
import { useCopy } from '../../shell/language.tsx';
import { Field } from '../../shell/parts/Field.tsx';
import { registryCopy } from '../copy.ts';
import { identityCopy } from './copy.ts';
import { industryCodeIn } from './identity.ts';

/** A code of GB/T 4754-2017: typed, or chosen from what the server finds by code or name. */
export function IndustryField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const t = useCopy(identityCopy);
  const words = useCopy(registryCopy);
  const list = useId();
  // A chosen entry carries its name; it is looked up by the code alone.
  const wanted = useDeferredValue(industryCodeIn(value) ?? value.trim().slice(0, 50));
  const found = useQuery(
    api.library.industries.search.queryOptions({
      input: { q: wanted },
      enabled: wanted !== '',
      placeholderData: keepPreviousData,
      staleTime: 3_600_000,
    }),
  );
  const unclear = industryCodeIn(value) === undefined;
  return (
    <>
      <Field label={words.industry} hint={unclear ? t.industryUnclear : t.industryHint}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            list={list}
            status={unclear ? 'warning' : undefined}
            value={value}
            onChange={(e) => onChange(e.target.value)}
          />
        )}
      </Field>
      <datalist id={list}>
        {found.data
          ?.filter(({ code }) => /^\d/.test(code))
          .map(({ code, name }) => (
            <option key={code} value={`${code} ${name}`} />
          ))}
      </datalist>
    </>
  );
}
