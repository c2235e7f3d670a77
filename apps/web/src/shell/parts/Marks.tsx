import type { Verdict } from '@forest/domain';
import { shellCopy } from '../copy.ts';
import { useCopy } from '../language.tsx';

type Tone = 'good' | 'warn' | 'bad' | 'unknown' | 'plain';

/** A status: colour, shape and word, so that none of them has to be seen alone. */
export function Mark({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`mark ${tone}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        {SHAPES[tone]}
      </svg>
      {children}
    </span>
  );
}

const SHAPES = {
  good: <circle cx="5" cy="5" r="4.2" fill="currentColor" />,
  warn: <path d="M5 .8 9.6 9.2H.4z" fill="currentColor" />,
  bad: <rect x=".8" y=".8" width="8.4" height="8.4" fill="currentColor" />,
  unknown: (
    <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.2 1.6" />
  ),
  plain: <path d="M1 5h8" stroke="currentColor" strokeWidth="1.6" />,
} as const;

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const t = useCopy(shellCopy);
  if (verdict === 'met') return <Mark tone="good">{t.met}</Mark>;
  if (verdict === 'not_met') return <Mark tone="bad">{t.notMet}</Mark>;
  return <Mark tone="unknown">{t.unknown}</Mark>;
}

export function LightMark({ light }: { light: 'normal' | 'warning' | 'overdue' }) {
  const t = useCopy(shellCopy);
  if (light === 'normal') return <Mark tone="good">{t.normal}</Mark>;
  if (light === 'warning') return <Mark tone="warn">{t.warning}</Mark>;
  return <Mark tone="bad">{t.overdue}</Mark>;
}
