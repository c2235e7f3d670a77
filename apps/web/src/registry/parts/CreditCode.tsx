import type { Answers } from '../../shell/client.ts';
import { useCopy } from '../../shell/language.tsx';
import { Unknown } from '../../shell/parts/Amount.tsx';
import { Mark } from '../../shell/parts/Marks.tsx';
import { registryCopy } from '../copy.ts';

type Status = Answers['registry']['enterprises']['list']['rows'][number]['codeStatus'];

/** A credit code; one that does not check out says so beside it. */
export function CreditCode({ code, status }: { code: string | null; status: Status }) {
  const t = useCopy(registryCopy);
  if (!code) return <Unknown />;
  return (
    <span>
      <span className="code">{code}</span>
      {status !== 'valid' && (
        <>
          {' '}
          <Mark tone="warn">{t[`code_${status}`]}</Mark>
        </>
      )}
    </span>
  );
}
