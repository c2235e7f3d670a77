import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Answers, api } from '../shell/client.ts';
import { proseDate } from '../shell/format/date.ts';
import { number } from '../shell/format/number.ts';
import { useCopy, useLanguage, useSay } from '../shell/language.tsx';
import { LinkButton } from '../shell/parts/LinkButton.tsx';
import { Page, Section } from '../shell/parts/Page.tsx';
import { Empty, Shown } from '../shell/parts/States.tsx';
import { reachableWhenScrolling } from '../shell/table/scrolling.ts';
import { ladderCopy } from './copy.ts';
import { YearCounts } from './YearCounts.tsx';

type Board = Answers['ladder']['board'];
type Cell = Board['cells'][number];
type Tier = Board['tiers'][number];

/** 梯队看板: tiers by unit, three numbers each, every number leading to its rows. */
export function LadderBoard() {
  const t = useCopy(ladderCopy);
  const { language } = useLanguage();
  const board = useQuery(api.ladder.board.queryOptions({ input: {} }));
  const asOf = board.data?.asOf;
  return (
    <Page
      title={t.board}
      lead={asOf ? t.boardLead(proseDate(asOf, language)) : undefined}
      actions={<LinkButton to="/censuses">{t.censuses}</LinkButton>}
    >
      <Shown query={board} lines={12}>
        {(data) =>
          data.asOf === null ? (
            <Empty>
              {t.noCensus}。{t.noCensusHelp}。
            </Empty>
          ) : (
            <>
              <BoardTable board={data} />
              <p className="muted">{t.legend}</p>
              <Section title={t.perYear}>
                <YearCounts board={data} />
              </Section>
            </>
          )
        }
      </Shown>
    </Page>
  );
}

function BoardTable({ board }: { board: Board }) {
  const t = useCopy(ladderCopy);
  const say = useSay();
  const cells = new Map(board.cells.map((cell) => [`${cell.unitId}/${cell.tier}`, cell]));
  return (
    <section className="table-scroll table-frame" aria-label={t.board} ref={reachableWhenScrolling}>
      <table className="data-table board">
        <caption className="sr-only">{t.board}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t.unit}
            </th>
            {board.tiers.map((tier) => (
              <th key={tier.id} scope="colgroup" colSpan={3}>
                {say(tier.name)}
              </th>
            ))}
          </tr>
          <tr>
            {board.tiers.flatMap((tier) =>
              (['held', 'met', 'near'] as const).map((kind) => (
                <th key={`${tier.id}/${kind}`} scope="col" className="numeric">
                  {t[kind]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {board.units.map((unit) => (
            <tr key={unit.id}>
              <th scope="row" className="name-cell">
                {unit.kind === 'district' ? <strong>{say(unit.name)}</strong> : say(unit.name)}
              </th>
              {board.tiers.flatMap((tier) => (
                <BoardCells key={tier.id} tier={tier} unit={unit} cell={cells.get(`${unit.id}/${tier.id}`)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface BoardCellsProps {
  tier: Tier;
  unit: Board['units'][number];
  cell: Cell | undefined;
}

/** Held, met and near of one tier in one unit; the label says the whole sentence to a screen reader and on a phone. */
function BoardCells({ tier, unit, cell }: BoardCellsProps) {
  const t = useCopy(ladderCopy);
  const say = useSay();
  const rule = tier.rule;
  const where = unit.kind === 'district' ? undefined : [unit.id];
  const label = (kind: 'held' | 'met' | 'near') => `${say(tier.name)} ${t[kind]}`;
  const link = (kind: 'held' | 'met' | 'near', value: number) => {
    if (rule === null || value === 0) return number(value);
    const name = `${say(unit.name)} ${label(kind)} ${value}`;
    if (kind === 'near')
      return (
        <Link to="/near-misses" search={{ rule, unit: where }} aria-label={name}>
          {number(value)}
        </Link>
      );
    return (
      <Link
        to="/verdicts"
        search={kind === 'held' ? { rule, unit: where, held: true } : { rule, unit: where, verdict: ['met'] }}
        aria-label={name}
      >
        {number(value)}
      </Link>
    );
  };
  return (['held', 'met', 'near'] as const).map((kind) => (
    <td key={kind} className="numeric" data-label={label(kind)}>
      {link(kind, cell?.[kind] ?? 0)}
    </td>
  ));
}
