import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { shellCopy } from '../copy.ts';
import { useCopy } from '../language.tsx';

interface PageProps {
  title: string;
  /** What stands under the title: a sentence, a count, an as-of date. */
  lead?: ReactNode;
  /** On a phone these stay at the lower edge, within reach of the thumb. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Every page: one heading, its actions, its content, and the document's title. */
export function Page({ title, lead, actions, children }: PageProps) {
  const t = useCopy(shellCopy);
  useEffect(() => {
    document.title = `${title} · ${t.product}`;
  }, [title, t.product]);
  return (
    <div className="page">
      <header className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A titled part of a page, reachable by its heading. */
export function Section(props: { id?: string; title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="section" id={props.id} aria-label={props.title}>
      <header className="section-head">
        <h2>{props.title}</h2>
        {props.aside}
      </header>
      {props.children}
    </section>
  );
}
