import { FilterOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { shellCopy } from '../shell/copy.ts';
import { useCopy } from '../shell/language.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { ManyChoice } from '../shell/parts/ManyChoice.tsx';
import { useUnitOptions } from '../shell/units.ts';
import { registryCopy } from './copy.ts';
import { useQualificationKinds } from './qualification-kinds.ts';
import { codeStatuses, type EnterpriseSearch, hasFilters, states } from './search.ts';

interface EnterpriseFiltersProps {
  search: EnterpriseSearch;
  onChange(change: Partial<EnterpriseSearch>): void;
  onClear(): void;
}

/** The filters asked for daily; the others unfold, and stay unfolded while one of them is set. */
export function EnterpriseFilters({ search, onChange, onClear }: EnterpriseFiltersProps) {
  const t = useCopy(registryCopy);
  const shell = useCopy(shellCopy);
  const [more, setMore] = useState(usesMore(search));
  const units = useUnitOptions(['park', 'subdistrict', 'carrier']);
  const kinds = useQualificationKinds();
  return (
    <>
      <Input.Search
        className="filter-search"
        aria-label={t.searchPlaceholder}
        placeholder={t.searchPlaceholder}
        defaultValue={search.q}
        key={search.q ?? ''}
        allowClear
        onSearch={(q) => onChange({ q: q.trim() || undefined })}
      />
      <ManyChoice label={t.unit} value={search.unit} options={units} onChange={(unit) => onChange({ unit })} />
      <ManyChoice label={t.holds} value={search.holds} options={kinds} onChange={(holds) => onChange({ holds })} />
      <ManyChoice
        label={t.state}
        value={search.state}
        options={states.map((value) => ({ value, label: t[value] }))}
        onChange={(chosen) => onChange({ state: states.filter((state) => chosen?.includes(state)) })}
      />
      <Button icon={<FilterOutlined />} aria-expanded={more} onClick={() => setMore(!more)}>
        {shell.moreFilters}
      </Button>
      {hasFilters(search) && (
        <Button type="link" onClick={onClear}>
          {shell.clearFilters}
        </Button>
      )}
      {more && <MoreFilters search={search} onChange={onChange} />}
    </>
  );
}

function MoreFilters({ search, onChange }: Omit<EnterpriseFiltersProps, 'onClear'>) {
  const t = useCopy(registryCopy);
  const day = (key: 'registeredFrom' | 'registeredTo') => (
    <Field inline label={t[key]}>
      {(control) => (
        <Input
          {...control}
          type="date"
          defaultValue={search[key]}
          onChange={(e) => (e.target.validity.valid ? onChange({ [key]: e.target.value || undefined }) : undefined)}
        />
      )}
    </Field>
  );
  const amount = (key: 'revenueMin' | 'revenueMax', label: string) => (
    <Field inline label={label}>
      {(control) => (
        <Input
          {...control}
          type="number"
          inputMode="decimal"
          defaultValue={search[key]}
          onBlur={(e) => onChange({ [key]: e.target.value === '' ? undefined : Number(e.target.value) })}
          onPressEnter={(e) => e.currentTarget.blur()}
        />
      )}
    </Field>
  );
  return (
    <div className="filter-more">
      <ManyChoice
        label={t.codeStatus}
        value={search.codeStatus}
        options={codeStatuses.map((value) => ({ value, label: t[`code_${value}`] }))}
        onChange={(chosen) => onChange({ codeStatus: codeStatuses.filter((status) => chosen?.includes(status)) })}
      />
      <Field inline label={t.industryPrefix}>
        {(control) => (
          <Input
            {...control}
            defaultValue={search.industry?.join(' ')}
            title={t.industryHint}
            placeholder="I65 C39"
            onBlur={(e) => onChange({ industry: codesIn(e.target.value) })}
            onPressEnter={(e) => e.currentTarget.blur()}
          />
        )}
      </Field>
      {amount('revenueMin', t.revenueFrom)}
      {amount('revenueMax', t.revenueTo)}
      {day('registeredFrom')}
      {day('registeredTo')}
      <label className="filter-range">
        <input
          type="checkbox"
          checked={search.needsReview ?? false}
          onChange={(e) => onChange({ needsReview: e.target.checked || undefined })}
        />
        {t.needsReviewOnly}
      </label>
    </div>
  );
}

function usesMore(search: EnterpriseSearch): boolean {
  const { codeStatus, industry, revenueMin, revenueMax, registeredFrom, registeredTo, needsReview } = search;
  return [codeStatus, industry, revenueMin, revenueMax, registeredFrom, registeredTo, needsReview].some(
    (value) => value !== undefined,
  );
}

function codesIn(typed: string): string[] | undefined {
  const codes = typed
    .toUpperCase()
    .split(/[\s,，、]+/)
    .filter(Boolean);
  return codes.length ? codes : undefined;
}
