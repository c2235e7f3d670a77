import { messageOf, remedyOf } from '../errors.ts';
import { useLanguage } from '../language.tsx';

/** Why a form was refused and what to do about it, in its place at the form's end. */
export function FormFault({ error }: { error: unknown }) {
  const { language } = useLanguage();
  if (!error) return null;
  const remedy = remedyOf(error, language);
  return (
    <div className="notice bad" role="alert">
      <p>{messageOf(error, language)}</p>
      {remedy && <p>{remedy}</p>}
    </div>
  );
}
