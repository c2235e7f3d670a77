import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../shell/client.ts';
import { messageOf } from '../../shell/errors.ts';
import { useCopy, useLanguage, useSay } from '../../shell/language.tsx';
import { ActionButton } from '../../shell/parts/ActionButton.tsx';
import { Choice } from '../../shell/parts/Choice.tsx';
import { Field } from '../../shell/parts/Field.tsx';
import { Section } from '../../shell/parts/Page.tsx';
import { importCopy } from './copy.ts';
import type { ImportView } from './ImportPage.tsx';
import { MappingTable } from './MappingTable.tsx';
import { choicesOf, sameChoices, signsIn } from './mapping.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { ProblemTable } from './ProblemTable.tsx';

/** Second step: what the columns mean, how the first rows read, what is wrong with them; then start. */
export function ImportCheck({ view }: { view: ImportView }) {
  const t = useCopy(importCopy);
  const say = useSay();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const sources = useQuery(api.registry.imports.sources.queryOptions({ staleTime: 300_000 })).data ?? [];
  const [columns, setColumns] = useState(() => choicesOf(view.mapping));
  const [source, setSource] = useState(view.source);
  const [sheet, setSheet] = useState(view.format?.sheet ?? null);
  const [headerRow, setHeaderRow] = useState(view.format?.headerRow ?? 1);
  const [signs, setSigns] = useState(view.missing.join(' '));
  const refresh = { onSuccess: () => queries.invalidateQueries({ queryKey: api.registry.imports.key() }) };
  const configure = useMutation(api.registry.imports.configure.mutationOptions(refresh));
  const start = useMutation(api.registry.imports.start.mutationOptions(refresh));
  const changed =
    !sameChoices(columns, choicesOf(view.mapping)) ||
    source !== view.source ||
    sheet !== (view.format?.sheet ?? null) ||
    headerRow !== (view.format?.headerRow ?? 1) ||
    signs.trim() !== view.missing.join(' ');
  const sheets = view.format?.sheets ?? [];
  const failed = configure.error ?? start.error;
  return (
    <>
      <Section
        title={t.columns}
        aside={
          <span className="row">
            <Button
              type={changed ? 'primary' : 'default'}
              loading={configure.isPending}
              onClick={() =>
                configure.mutate({ id: view.id, source, sheet, headerRow, columns, missing: signsIn(signs) })
              }
            >
              {t.apply}
            </Button>
          </span>
        }
      >
        <div className="row import-options">
          <Field inline label={t.source}>
            {(control) => (
              <Choice
                {...control}
                value={source}
                options={sources.map(({ id, name }) => ({ value: id, label: say(name) }))}
                onChange={setSource}
              />
            )}
          </Field>
          {sheets.length > 1 && (
            <Field inline label={t.sheet}>
              {(control) => (
                <Choice
                  {...control}
                  value={sheet ?? ''}
                  options={sheets.map((name) => ({ value: name, label: name }))}
                  onChange={setSheet}
                />
              )}
            </Field>
          )}
          <Field inline label={t.headerRow}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={1}
                value={headerRow}
                onChange={(e) => setHeaderRow(Math.max(1, Math.trunc(Number(e.target.value)) || 1))}
              />
            )}
          </Field>
          <Field inline label={t.missingSigns}>
            {(control) => (
              <Input
                {...control}
                title={t.missingHint}
                placeholder="-1"
                value={signs}
                onChange={(e) => setSigns(e.target.value)}
              />
            )}
          </Field>
        </div>
        <MappingTable mapping={view.mapping} choices={columns} onChange={setColumns} />
      </Section>
      <Section title={t.preview}>
        <PreviewTable view={view} />
      </Section>
      <Section title={t.problems}>
        <ProblemTable problems={view.problems} empty={t.noProblems} />
      </Section>
      {failed && (
        <p className="notice bad" role="alert">
          {messageOf(failed, language)}
        </p>
      )}
      <div className="page-actions">
        <ActionButton
          type="primary"
          loading={start.isPending}
          disabledReason={changed ? t.applyFirst : undefined}
          onClick={() => start.mutate({ id: view.id })}
        >
          {t.start}
        </ActionButton>
      </div>
    </>
  );
}
