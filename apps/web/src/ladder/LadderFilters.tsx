import { Input } from 'antd';
import { shellCopy } from '../shell/copy.ts';
import { useCopy } from '../shell/language.tsx';
import { Choice } from '../shell/parts/Choice.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { ManyChoice } from '../shell/parts/ManyChoice.tsx';
import { useUnitOptions } from '../shell/units.ts';
import { ladderCopy } from './copy.ts';
import { useCriterionOptions, useRuleOptions } from './rules.ts';
import { firstRule, heldChoices, type LadderSearch } from './search.ts';

interface LadderFiltersProps {
  search: LadderSearch;
  onChange(change: Partial<LadderSearch>): void;
}

/** What both lists by rule are narrowed by: the rule, the unit, a criterion, a name, whether it is held. */
export function LadderFilters({ search, onChange }: LadderFiltersProps) {
  const t = useCopy(ladderCopy);
  const shell = useCopy(shellCopy);
  const rule = search.rule ?? firstRule;
  const rules = useRuleOptions();
  const criteria = useCriterionOptions(rule);
  const units = useUnitOptions(['park', 'subdistrict', 'carrier']);
  return (
    <>
      <Field inline label={t.rule}>
        {(control) => (
          <Choice
            {...control}
            value={rule}
            options={rules}
            onChange={(next) => onChange({ rule: next, criterion: undefined })}
          />
        )}
      </Field>
      <Field inline label={t.criterion}>
        {(control) => (
          <Choice
            {...control}
            value={search.criterion ?? ''}
            options={[{ value: '', label: shell.all }, ...criteria]}
            onChange={(criterion) => onChange({ criterion: criterion || undefined })}
          />
        )}
      </Field>
      <ManyChoice label={t.unit} value={search.unit} options={units} onChange={(unit) => onChange({ unit })} />
      <Field inline label={t.heldShort}>
        {(control) => (
          <Choice
            {...control}
            value={search.held ?? ''}
            options={[
              { value: '', label: shell.all },
              { value: 'false', label: t.notHeldOnly },
              { value: 'true', label: t.heldOnly },
            ]}
            onChange={(value) => onChange({ held: heldChoices.find((one) => one === value) })}
          />
        )}
      </Field>
      <Input.Search
        className="filter-search"
        aria-label={t.searchPlaceholder}
        placeholder={t.searchPlaceholder}
        defaultValue={search.q}
        key={search.q ?? ''}
        allowClear
        onSearch={(q) => onChange({ q: q.trim() || undefined })}
      />
    </>
  );
}
