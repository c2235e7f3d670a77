import { shellCopy } from '../copy.ts';
import { useCopy } from '../language.tsx';

export function Brand() {
  const t = useCopy(shellCopy);
  return (
    <>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path
          fill="currentColor"
          d="M9 2 3.5 10H6l-4 6h6v6h2v-6h2.2L9.5 12H12L9 7.6zM16 7l-3.6 5.6h1.9L11.2 18H15v4h2v-4h5l-3.5-5.4h1.9z"
        />
      </svg>
      <span className="brand-name">{t.product}</span>
    </>
  );
}
