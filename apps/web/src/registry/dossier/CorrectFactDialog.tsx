import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { api } from '../../shell/client.ts';
import type { FactValue } from '../../shell/format/fact.ts';
import { unitLabel } from '../../shell/format/unit.ts';
import { useCopy, useLanguage, useSay } from '../../shell/language.tsx';
import { FactInput } from '../../shell/parts/FactInput.tsx';
import { Field } from '../../shell/parts/Field.tsx';
import { ReasonDialog } from '../../shell/parts/ReasonDialog.tsx';
import { dossierCopy } from './copy.ts';
import type { DossierFact } from './dossier.ts';

interface CorrectFactDialogProps {
  enterpriseId: number;
  fact: DossierFact;
  onClose(): void;
}

/** 更正: adds a statement with a reason; what the sources said stays. */
export function CorrectFactDialog({ enterpriseId, fact, onClose }: CorrectFactDialogProps) {
  const t = useCopy(dossierCopy);
  const say = useSay();
  const { language } = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [value, setValue] = useState<FactValue | null>(fact.value);
  const correct = useMutation(
    api.registry.facts.correct.mutationOptions({
      onSuccess: async () => {
        message.success(t.corrected);
        await Promise.all([
          queries.invalidateQueries({ queryKey: api.registry.key() }),
          queries.invalidateQueries({ queryKey: api.ladder.key() }),
        ]);
        onClose();
      },
    }),
  );
  const name = `${say(fact.name)}${fact.year === null ? '' : ` ${fact.year}`}`;
  const unit = unitLabel(fact.unit, language);
  return (
    <ReasonDialog
      title={t.correctTitle(name)}
      ready={value !== null && value !== fact.value}
      busy={correct.isPending}
      error={correct.error}
      onSubmit={(reason) => {
        if (value !== null) correct.mutate({ id: enterpriseId, fact: fact.fact, year: fact.year, value, reason });
      }}
      onClose={onClose}
    >
      <p className="muted">{t.correctNote}</p>
      <Field label={unit ? `${t.newValue}（${unit}）` : t.newValue}>
        {(control) => <FactInput {...control} unit={fact.unit} value={value} onChange={setValue} />}
      </Field>
    </ReasonDialog>
  );
}
