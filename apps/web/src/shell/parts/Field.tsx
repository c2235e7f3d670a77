import { type ReactNode, useId } from 'react';

interface FieldProps {
  label: string;
  hint?: string;
  /** Label and control on one line, for filters. */
  inline?: boolean;
  /** What is wrong and how to put it right. */
  error?: string;
  children(control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }): ReactNode;
}

/** A label, its control and what is said about it, tied together by ids. */
export function Field({ label, hint, error, inline, children }: FieldProps) {
  const id = useId();
  const note = `${id}-note`;
  return (
    <div className={inline ? 'field inline' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': hint || error ? note : undefined, 'aria-invalid': error ? true : undefined })}
      {(error || hint) && (
        <p id={note} className={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
