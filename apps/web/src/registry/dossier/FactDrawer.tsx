import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useState } from 'react';
import { type Answers, api } from '../../shell/client.ts';
import { moment } from '../../shell/format/date.ts';
import { factPhrase } from '../../shell/format/fact.ts';
import { useCopy, useLanguage, useSay } from '../../shell/language.tsx';
import { ActionButton } from '../../shell/parts/ActionButton.tsx';
import { Shown } from '../../shell/parts/States.tsx';
import { CorrectFactDialog } from './CorrectFactDialog.tsx';
import { dossierCopy } from './copy.ts';
import { type Dossier, whyNot } from './dossier.ts';
import { SettleDialog } from './SettleDialog.tsx';

type Provenance = Answers['registry']['facts']['history'][number];

interface FactDrawerProps {
  dossier: Dossier;
  fact: string;
  year: number | null;
  onClose(): void;
}

/** All that was ever said about one fact, newest first; from here it is corrected, or a conflict settled. */
export function FactDrawer({ dossier, fact: id, year, onClose }: FactDrawerProps) {
  const t = useCopy(dossierCopy);
  const say = useSay();
  const { language } = useLanguage();
  const [correcting, setCorrecting] = useState(false);
  const [settling, setSettling] = useState<Provenance>();
  const enterpriseId = dossier.enterprise.id;
  const fact = dossier.facts.find((one) => one.fact === id && one.year === year);
  const history = useQuery(api.registry.facts.history.queryOptions({ input: { id: enterpriseId, fact: id, year } }));
  const conflicts = useQuery(
    api.registry.conflicts.list.queryOptions({
      input: { enterpriseId, page: 1, pageSize: 50 },
      enabled: fact?.conflicting ?? false,
    }),
  );
  const conflict = conflicts.data?.rows.find((one) => one.fact === id && one.year === year && one.state === 'open');
  if (!fact) return null;
  const reason = (action: string) => {
    const why = whyNot(dossier, action);
    return why ? say(why) : undefined;
  };
  const name = `${say(fact.name)}${year === null ? '' : ` ${year}`}`;
  return (
    <Drawer open size={480} title={t.factHistory(name)} onClose={onClose}>
      <div className="row fact-now">
        <strong className="figure">{factPhrase(fact.value, fact.unit, language)}</strong>
        <ActionButton size="small" disabledReason={reason('fact.correct')} onClick={() => setCorrecting(true)}>
          {t.correct}
        </ActionButton>
      </div>
      {conflict && <p className="notice">{t.conflicting}</p>}
      <Shown query={history} lines={4}>
        {(rows) => (
          <ol className="provenance">
            {rows.map((row) => (
              <li key={row.statementId}>
                <div className="row">
                  <strong className="figure">{factPhrase(row.value, fact.unit, language)}</strong>
                  <span>{say(row.sourceName)}</span>
                </div>
                <div className="muted">
                  {moment(row.statedAt)} {row.by}{' '}
                  {row.importId !== null && row.rowNo !== null && t.importRow(row.importId, row.rowNo)}
                </div>
                {row.reason && <div>{row.reason}</div>}
                {conflict?.values.some((value) => value.statementId === row.statementId) && (
                  <ActionButton
                    size="small"
                    disabledReason={reason('conflict.settle')}
                    onClick={() => setSettling(row)}
                  >
                    {t.settle}
                  </ActionButton>
                )}
              </li>
            ))}
          </ol>
        )}
      </Shown>
      {correcting && <CorrectFactDialog enterpriseId={enterpriseId} fact={fact} onClose={() => setCorrecting(false)} />}
      {conflict && settling && (
        <SettleDialog
          conflictId={conflict.id}
          statementId={settling.statementId}
          label={`${factPhrase(settling.value, fact.unit, language)} · ${say(settling.sourceName)}`}
          onClose={() => setSettling(undefined)}
        />
      )}
    </Drawer>
  );
}
