import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../shell/client.ts';
import { proseDate } from '../shell/format/date.ts';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { Choice } from '../shell/parts/Choice.tsx';
import { Field } from '../shell/parts/Field.tsx';
import { LinkButton } from '../shell/parts/LinkButton.tsx';
import { Page, Section } from '../shell/parts/Page.tsx';
import { Empty, Shown } from '../shell/parts/States.tsx';
import { useUnits } from '../shell/units.ts';
import { BoardTable } from './BoardTable.tsx';
import { ladderCopy } from './copy.ts';
import { YearCounts } from './YearCounts.tsx';

const route = getRouteApi('/_in/ladder');

/** The rung that a phone opens with: the one that most people come for. */
const FIRST_TIER = 'hnte';

/** 梯队看板: tiers by unit, three numbers each, every number leading to its rows. */
export function LadderBoard() {
  const t = useCopy(ladderCopy);
  const say = useSay();
  const { language } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const board = useQuery(
    api.ladder.board.queryOptions({ input: { unit: search.unit }, placeholderData: keepPreviousData }),
  );
  const asOf = board.data?.asOf;
  const tier = board.data?.tiers.find((one) => one.id === search.tier)?.id ?? FIRST_TIER;
  return (
    <Page
      title={t.board}
      lead={
        asOf && (
          <>
            {t.boardLead(proseDate(asOf, language))}
            {search.unit && <WayUp unit={search.unit} />}
          </>
        )
      }
      actions={<LinkButton to="/censuses">{t.censuses}</LinkButton>}
    >
      <Shown query={board} lines={12}>
        {(data) =>
          data.asOf === null ? (
            <Empty>
              {t.noCensus}{' '}
              <Link to="/censuses" className="underlined">
                {t.noCensusHelp}
              </Link>
            </Empty>
          ) : (
            <>
              <div className="phone-only">
                <Field inline label={t.tier}>
                  {(control) => (
                    <Choice
                      {...control}
                      value={tier}
                      options={data.tiers.map((one) => ({ value: one.id, label: say(one.name) }))}
                      onChange={(next) => navigate({ search: { ...search, tier: next }, replace: true })}
                    />
                  )}
                </Field>
              </div>
              <BoardTable board={data} tier={tier} />
              <p className="muted board-legend">{t.legend}</p>
              <Section title={t.perYear}>
                <YearCounts board={data} tier={tier} />
              </Section>
            </>
          )
        }
      </Shown>
    </Page>
  );
}

/** Back to the unit above, when the board shows the parts of one. */
function WayUp({ unit }: { unit: string }) {
  const t = useCopy(ladderCopy);
  const say = useSay();
  const units = useUnits();
  const above = units.find((one) => one.id === units.find((each) => each.id === unit)?.parentId);
  const upper = above && above.kind !== 'district' && above.kind !== 'city' ? above.id : undefined;
  return (
    <>
      {' · '}
      <Link to="/ladder" search={{ unit: upper }} className="underlined">
        {t.backTo(above ? say(above.name) : t.allUnits)}
      </Link>
    </>
  );
}
