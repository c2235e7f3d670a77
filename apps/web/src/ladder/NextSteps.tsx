import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../shell/client.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { Section } from '../shell/parts/Page.tsx';
import { Empty, Shown } from '../shell/parts/States.tsx';
import { nearest } from './judgement.ts';
import { judgementCopy } from './judgement-copy.ts';

interface NextStepsProps {
  enterpriseId: number;
  asOf: string | undefined;
  onOpen(rule: string): void;
}

/** What this enterprise is one step from: unmet by one or two conditions, each with its sentence. */
export function NextSteps({ enterpriseId, asOf, onOpen }: NextStepsProps) {
  const t = useCopy(judgementCopy);
  const say = useSay();
  const standings = useQuery(api.ladder.enterprise.queryOptions({ input: { id: enterpriseId, asOf } }));
  return (
    <Section id="nextStep" title={t.nextStep}>
      <Shown query={standings} lines={2}>
        {(rows) => {
          const near = nearest(rows);
          if (near.length === 0) return <Empty>{t.nothingNear}</Empty>;
          return (
            <ul className="next-steps">
              {near.map((one) => (
                <li key={one.rule}>
                  <strong>{say(one.ruleName)}</strong>
                  <span>{say(one.headline)}</span>
                  <Button
                    size="small"
                    className="no-print"
                    aria-label={`${t.tryIt} ${say(one.ruleName)}`}
                    onClick={() => {
                      onOpen(one.rule);
                      document.getElementById('standing')?.scrollIntoView();
                    }}
                  >
                    {t.tryIt}
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Shown>
    </Section>
  );
}
