import type { Verdict } from '@forest/domain';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { factPhrase } from '../shell/format/fact.ts';
import { unitLabel } from '../shell/format/unit.ts';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { FactInput } from '../shell/parts/FactInput.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { VerdictMark } from '../shell/parts/Marks.tsx';
import { Empty } from '../shell/parts/States.tsx';
import { type Explanation, leverBoxes, type Override, withOverride } from './judgement.ts';
import { judgementCopy } from './judgement-copy.ts';

interface WhatIfProps {
  explanation: Explanation;
  overrides: readonly Override[];
  /** The verdict with what was typed; undefined while nothing differs. */
  result: Verdict | undefined;
  onChange(overrides: Override[]): void;
}

/** 假设测算: a box for every value that the enterprise can change or still has to tell. */
export function WhatIf({ explanation, overrides, result, onChange }: WhatIfProps) {
  const t = useCopy(judgementCopy);
  const say = useSay();
  const { language } = useLanguage();
  const [round, setRound] = useState(0);
  const boxes = useMemo(() => leverBoxes(explanation), [explanation]);
  return (
    <section className="stack no-print" aria-label={t.whatIf}>
      <div className="row">
        <h3>{t.whatIf}</h3>
        {overrides.length > 0 && (
          <Button
            size="small"
            onClick={() => {
              onChange([]);
              setRound(round + 1);
            }}
          >
            {t.whatIfReset}
          </Button>
        )}
      </div>
      {boxes.length === 0 ? (
        <Empty>{t.noLevers}</Empty>
      ) : (
        <>
          <p className="muted">{t.whatIfHint}</p>
          <div className="lever-boxes" key={round}>
            {boxes.map((box) => {
              const unit = unitLabel(box.unit, language);
              const tried = overrides.find((one) => one.fact === box.fact && one.year === box.year);
              return (
                <Field
                  key={`${box.fact} ${box.year}`}
                  label={`${say(box.name)}${box.year ? ` ${box.year}` : ''}${unit ? `（${unit}）` : ''}`}
                  hint={tried ? `${t.now} ${factPhrase(box.current, box.unit, language)}` : undefined}
                >
                  {(control) => (
                    <FactInput
                      {...control}
                      unit={box.unit}
                      value={tried ? tried.value : box.current}
                      onChange={(value) => onChange(withOverride(overrides, box, value))}
                    />
                  )}
                </Field>
              );
            })}
          </div>
          <p className="row what-if-result" aria-live="polite">
            {result && (
              <>
                {t.now} <VerdictMark verdict={explanation.verdict} /> → {t.whatIfResult}{' '}
                <VerdictMark verdict={result} />
              </>
            )}
          </p>
        </>
      )}
    </section>
  );
}
