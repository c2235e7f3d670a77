import { Link } from '@tanstack/react-router';
import type { Answers } from '../shell/client.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { reachableWhenScrolling } from '../shell/table/scrolling.ts';
import { useUnits } from '../shell/units.ts';
import { BoardCells } from './BoardCells.tsx';
import { ladderCopy } from './copy.ts';

export type Board = Answers['ladder']['board'];

const KINDS = ['held', 'met', 'near'] as const;

/**
 * Units down, tiers across, three numbers each. A phone shows the columns of one tier: its other cells carry no
 * `chosen` and the stylesheet leaves them out.
 */
export function BoardTable({ board, tier: chosen }: { board: Board; tier: string }) {
  const t = useCopy(ladderCopy);
  const say = useSay();
  const cells = new Map(board.cells.map((cell) => [`${cell.unitId}/${cell.tier}`, cell]));
  const shown = (tier: string) => (tier === chosen ? 'chosen' : '');
  return (
    <section className="table-scroll table-frame" aria-label={t.board} ref={reachableWhenScrolling}>
      <table className="data-table keep board">
        <caption className="sr-only">{t.board}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t.unit}
            </th>
            {board.tiers.map((tier) => (
              <th key={tier.id} scope="colgroup" colSpan={3} className={shown(tier.id)}>
                {tier.rule === null ? (
                  say(tier.name)
                ) : (
                  <Link to="/rules/$id" params={{ id: tier.rule }}>
                    {say(tier.name)}
                  </Link>
                )}
              </th>
            ))}
          </tr>
          <tr>
            {board.tiers.flatMap((tier) =>
              KINDS.map((kind) => (
                <th key={`${tier.id}/${kind}`} scope="col" className={`numeric ${kind} ${shown(tier.id)}`}>
                  {t[`${kind}Column`]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {board.units.map((unit, at) => (
            <tr key={unit.id} className={board.units[at - 1]?.kind === unit.kind ? undefined : 'first-of-kind'}>
              <th scope="row" className="name-cell">
                <UnitName unit={unit} top={at === 0} />
              </th>
              {board.tiers.map((tier) => (
                <BoardCells
                  key={tier.id}
                  tier={tier}
                  unit={unit}
                  cell={cells.get(`${unit.id}/${tier.id}`)}
                  className={shown(tier.id)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A unit with parts of its own leads to the board of those. */
function UnitName({ unit, top }: { unit: Board['units'][number]; top: boolean }) {
  const say = useSay();
  const hasParts = useUnits().some((one) => one.parentId === unit.id && one.kind !== 'department');
  if (top) return <strong>{say(unit.name)}</strong>;
  if (!hasParts) return say(unit.name);
  return (
    <Link to="/ladder" search={(search) => ({ ...search, unit: unit.id })}>
      {say(unit.name)}
    </Link>
  );
}
