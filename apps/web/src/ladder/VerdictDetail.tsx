import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { api } from '../shell/client.ts';
import { messageOf } from '../shell/errors.ts';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { VerdictMark } from '../shell/parts/Marks.tsx';
import { Shown } from '../shell/parts/States.tsx';
import { CriteriaTable } from './CriteriaTable.tsx';
import { GrowthPath } from './GrowthPath.tsx';
import type { Explanation, Override } from './judgement.ts';
import { judgementCopy } from './judgement-copy.ts';
import { ScoreTable } from './ScoreTable.tsx';
import { WhatIf } from './WhatIf.tsx';

interface VerdictDetailProps {
  enterpriseId: number;
  rule: string;
  asOf: string | undefined;
  /** Scrolls here once it is there: somebody has just asked for it. */
  follow: boolean;
  onClose(): void;
}

/** One verdict in full: criterion by criterion, the way to the next tier, and boxes to try values in. */
export function VerdictDetail({ enterpriseId, rule, asOf, follow, onClose }: VerdictDetailProps) {
  const t = useCopy(judgementCopy);
  const say = useSay();
  const section = useRef<HTMLElement>(null);
  const asIs = useQuery(api.ladder.explain.queryOptions({ input: { id: enterpriseId, rule, asOf, overrides: [] } }));
  const shown = asIs.data !== undefined;
  useEffect(() => {
    if (shown && follow) section.current?.scrollIntoView({ block: 'start' });
  }, [shown, follow]);
  return (
    <section className="verdict-detail" id={`rule-${rule}`} aria-labelledby="verdict-detail" ref={section}>
      <Shown query={asIs}>
        {(explanation) => (
          <>
            <header className="row">
              <h3 id="verdict-detail">{say(explanation.ruleName)}</h3>
              <VerdictMark verdict={explanation.verdict} />
              {explanation.grade && <span className="tag accent">{say(explanation.grade)}</span>}
              <span className="muted">
                {t.version(explanation.version)} · {explanation.asOf} · {t.confidence(explanation.confidence)}
              </span>
              <Button size="small" className="end no-print" onClick={onClose}>
                {t.close}
              </Button>
            </header>
            <Tried enterpriseId={enterpriseId} asOf={asOf} explanation={explanation} />
          </>
        )}
      </Shown>
    </section>
  );
}

/** The same verdict, judged anew with what was typed; the rows that change are marked. */
function Tried(props: { enterpriseId: number; asOf: string | undefined; explanation: Explanation }) {
  const { enterpriseId, asOf, explanation } = props;
  const t = useCopy(judgementCopy);
  const { language } = useLanguage();
  const [overrides, setOverrides] = useState<Override[]>([]);
  const settled = useSettled(overrides);
  const tried = useQuery(
    api.ladder.explain.queryOptions({
      input: { id: enterpriseId, rule: explanation.rule, asOf, overrides: settled },
      enabled: settled.length > 0,
      placeholderData: keepPreviousData,
    }),
  );
  const shown = overrides.length > 0 && tried.data ? tried.data : explanation;
  return (
    <>
      <CriteriaTable criteria={shown.criteria} before={overrides.length > 0 ? explanation.criteria : undefined} />
      {shown.scores.map((score) => (
        <ScoreTable key={score.id} score={score} />
      ))}
      <div className="verdict-columns">
        {explanation.path && <GrowthPath path={explanation.path} verdict={explanation.verdict} />}
        <WhatIf
          explanation={explanation}
          overrides={overrides}
          result={overrides.length > 0 ? tried.data?.verdict : undefined}
          onChange={setOverrides}
        />
      </div>
      {tried.error && overrides.length > 0 && (
        <p className="notice bad" role="alert">
          {t.whatIf}：{messageOf(tried.error, language)}
        </p>
      )}
    </>
  );
}

const TYPING_PAUSE_MS = 120;

/** The value once typing pauses, so that one request goes out for a number and not for each digit. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return useDeferredValue(settled);
}
