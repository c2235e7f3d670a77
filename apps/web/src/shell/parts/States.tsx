import { Button } from 'antd';
import type { ReactNode } from 'react';
import { shellCopy } from '../copy.ts';
import { failureCode, messageOf, remedyOf, requestIdOf } from '../errors.ts';
import { useCopy, useLanguage } from '../language.tsx';

/** Grey lines that appear only after 200 ms, so that quick answers do not flicker. */
export function Loading({ lines = 6 }: { lines?: number }) {
  const t = useCopy(shellCopy);
  return (
    <div className="loading" role="status">
      <span className="sr-only">{t.loading}</span>
      {Array.from({ length: lines }, (_, at) => at).map((at) => (
        <span key={at} className="loading-line" />
      ))}
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

/** What failed, in words, and what to do about it. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?(): void }) {
  const { language } = useLanguage();
  const t = useCopy(shellCopy);
  const code = failureCode(error);
  const remedy = remedyOf(error, language);
  const requestId = requestIdOf(error);
  return (
    <div className="failed" role="alert">
      <p className="failed-message">{messageOf(error, language)}</p>
      {remedy && <p className="muted">{remedy}</p>}
      {code === 'internal' && requestId && <p className="muted">{t.quote(requestId)}</p>}
      {onRetry && code !== 'forbidden' && code !== 'not_found' && <Button onClick={onRetry}>{t.retry}</Button>}
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch(): unknown;
}

/** The three states of a query in one place: failed, not yet there, there. */
export function Shown<T>({
  query,
  lines,
  children,
}: {
  query: Asked<T>;
  lines?: number;
  children(data: T): ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading lines={lines} />;
}
