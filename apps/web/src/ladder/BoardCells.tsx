import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { number } from '../shell/format/number.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { Dash } from '../shell/parts/Amount.tsx';
import type { Board } from './BoardTable.tsx';
import { ladderCopy } from './copy.ts';

interface BoardCellsProps {
  tier: Board['tiers'][number];
  unit: Board['units'][number];
  cell: Board['cells'][number] | undefined;
  className: string;
}

/** Held, met and near of one tier in one unit; a link's name says the whole of it to a screen reader. */
export function BoardCells({ tier, unit, cell, className }: BoardCellsProps) {
  const t = useCopy(ladderCopy);
  const say = useSay();
  const rule = tier.rule;
  const where = unit.kind === 'district' ? undefined : [unit.id];
  const { held = 0, met = 0, near = 0 } = cell ?? {};
  const name = (kind: 'held' | 'met' | 'near', value: number) =>
    `${say(unit.name)} ${say(tier.name)} ${t[kind]} ${number(value)}`;
  const shown = (value: number, link: (rule: string) => ReactNode) => {
    if (value === 0) return <span className="zero">0</span>;
    return rule === null ? number(value) : link(rule);
  };
  // Where no rule is in force nobody can meet it, which is not the same as nobody meeting it.
  const judged = (value: number, link: (rule: string) => ReactNode) => (rule === null ? <Dash /> : shown(value, link));
  return (
    <>
      <td className={`numeric held ${className}`}>
        {shown(held, (id) => (
          <Link to="/verdicts" search={{ rule: id, unit: where, held: 'true' }} aria-label={name('held', held)}>
            {number(held)}
          </Link>
        ))}
      </td>
      <td className={`numeric met ${className}`}>
        {judged(met, (id) => (
          <Link to="/verdicts" search={{ rule: id, unit: where, verdict: ['met'] }} aria-label={name('met', met)}>
            {number(met)}
          </Link>
        ))}
      </td>
      <td className={`numeric near ${className}`}>
        {judged(near, (id) => (
          <Link to="/near-misses" search={{ rule: id, unit: where }} aria-label={name('near', near)}>
            {number(near)}
          </Link>
        ))}
      </td>
    </>
  );
}
