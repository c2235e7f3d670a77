import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../shell/client.ts';
import { messageOf } from '../../shell/errors.ts';
import { useCopy, useLanguage, useSay } from '../../shell/language.tsx';
import { Choice } from '../../shell/parts/Choice.tsx';
import { Field } from '../../shell/parts/Field.tsx';
import { ProgressLine } from '../../shell/parts/ProgressLine.tsx';
import { importCopy } from './copy.ts';
import { uploadLedger } from './upload.ts';

/** First step: which file, from which source. */
export function UploadForm() {
  const t = useCopy(importCopy);
  const say = useSay();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [source, setSource] = useState('ledger');
  const [progress, setProgress] = useState(0);
  const sources = useQuery(api.registry.imports.sources.queryOptions({ staleTime: 300_000 })).data ?? [];
  const upload = useMutation({
    mutationFn: (chosen: File) => uploadLedger(chosen, source, setProgress),
    onSuccess: ({ id }) => navigate({ to: '/imports/$id', params: { id: String(id) } }),
  });
  return (
    <form
      className="form-narrow"
      onSubmit={(event) => {
        event.preventDefault();
        if (file) upload.mutate(file);
      }}
    >
      <Field
        label={t.file}
        hint={t.fileHint}
        error={upload.error ? messageOf(upload.error, language) || t.uploadFailed : undefined}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            required
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={(e) => setFile(e.target.files?.[0])}
          />
        )}
      </Field>
      <Field label={t.source} hint={t.sourceHint}>
        {(control) => (
          <Choice
            {...control}
            value={source}
            options={sources.map(({ id, name }) => ({ value: id, label: say(name) }))}
            onChange={setSource}
          />
        )}
      </Field>
      {upload.isPending && <ProgressLine label={t.uploading} value={progress} />}
      <Button type="primary" htmlType="submit" loading={upload.isPending}>
        {t.startUpload}
      </Button>
    </form>
  );
}
