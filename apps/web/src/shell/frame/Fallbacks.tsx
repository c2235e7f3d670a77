import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { shellCopy } from '../copy.ts';
import { useCopy } from '../language.tsx';
import { Page } from '../parts/Page.tsx';
import { Failed } from '../parts/States.tsx';

/** A page that could not be drawn: what the server said, or that something here broke; never a white screen. */
export function Crashed({ error }: ErrorComponentProps) {
  const router = useRouter();
  const t = useCopy(shellCopy);
  return (
    <Page title={t.somethingWrong}>
      <Failed error={error} onRetry={() => void router.invalidate()} />
      <p className="empty">
        <Link to="/">{t.home}</Link>
      </p>
    </Page>
  );
}

export function Missing() {
  const t = useCopy(shellCopy);
  return (
    <Page title={t.notFound}>
      <p className="empty">
        {t.notFoundHelp}
        <br />
        <Link to="/">{t.home}</Link>
      </p>
    </Page>
  );
}

/** For a page whose permission the viewer lacks: says so before anything is asked of the server. */
export function Forbidden() {
  const t = useCopy(shellCopy);
  return (
    <Page title={t.forbidden}>
      <p className="empty">
        {t.forbiddenHelp}
        <br />
        <Link to="/">{t.home}</Link>
      </p>
    </Page>
  );
}
