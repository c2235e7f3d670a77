import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shell/client.ts';
import { useCopy, useSay } from '../../shell/language.tsx';
import { ActionButton } from '../../shell/parts/ActionButton.tsx';
import { Dash } from '../../shell/parts/Amount.tsx';
import { ReasonDialog } from '../../shell/parts/ReasonDialog.tsx';
import { dossierCopy } from './copy.ts';
import { type Dossier, whyNot } from './dossier.ts';

type Contact = Dossier['contacts'][number];

/** Masked until somebody says why they need to see; what was revealed lives only on this page, not in the cache. */
export function Contacts({ dossier }: { dossier: Dossier }) {
  const t = useCopy(dossierCopy);
  const say = useSay();
  const [asking, setAsking] = useState<number>();
  const [revealed, setRevealed] = useState<readonly Contact[]>([]);
  const why = whyNot(dossier, 'contact.reveal');
  const reveal = useMutation(
    api.registry.contacts.reveal.mutationOptions({
      onSuccess: (contact) => {
        setRevealed([...revealed, contact]);
        setAsking(undefined);
      },
    }),
  );
  return (
    <>
      <h3>{t.contacts}</h3>
      <ul className="contacts">
        {dossier.contacts.map((masked) => {
          const contact = revealed.find((one) => one.id === masked.id) ?? masked;
          return (
            <li key={contact.id} className="row">
              <span className="muted">{contact.role}</span>
              <span>{contact.name}</span>
              <span className="code">{contact.phone ?? <Dash />}</span>
              {contact.email && <span>{contact.email}</span>}
              {contact.masked && (
                <ActionButton
                  size="small"
                  className="no-print"
                  disabledReason={why ? say(why) : undefined}
                  aria-label={`${t.reveal} ${contact.role}`}
                  onClick={() => setAsking(contact.id)}
                >
                  {t.reveal}
                </ActionButton>
              )}
            </li>
          );
        })}
      </ul>
      {asking !== undefined && (
        <ReasonDialog
          title={t.revealTitle}
          busy={reveal.isPending}
          error={reveal.error}
          onSubmit={(reason) => reveal.mutate({ id: dossier.enterprise.id, contactId: asking, reason })}
          onClose={() => setAsking(undefined)}
        >
          <p className="notice">{t.revealNote}</p>
        </ReasonDialog>
      )}
    </>
  );
}
