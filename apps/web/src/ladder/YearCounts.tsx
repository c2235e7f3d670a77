import { number } from '../shell/format/number.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { reachableWhenScrolling } from '../shell/table/scrolling.ts';
import type { Board } from './BoardTable.tsx';
import { ladderCopy } from './copy.ts';

/** Year-end counts by tier: a bar and its figure each, on one scale per tier that starts at zero. */
export function YearCounts({ board, tier: chosen }: { board: Board; tier: string }) {
  const t = useCopy(ladderCopy);
  const say = useSay();
  const years = [...new Set(board.years.map((one) => one.year))].sort((a, b) => a - b);
  const tiers = board.tiers.filter((tier) => tier.id === chosen || board.years.some((one) => one.tier === tier.id));
  const held = (tier: string, year: number) =>
    board.years.find((one) => one.tier === tier && one.year === year)?.held ?? 0;
  if (years.length === 0) return <p className="muted">{t.noYears}</p>;
  return (
    <section className="table-scroll" aria-label={t.perYear} ref={reachableWhenScrolling}>
      <table className="data-table keep year-counts">
        <caption className="sr-only">{t.perYear}</caption>
        <thead>
          <tr>
            <th scope="col">{t.year}</th>
            {tiers.map((tier) => (
              <th key={tier.id} scope="col" className={tier.id === chosen ? 'chosen' : ''}>
                {say(tier.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row" className="name-cell">
                {year}
              </th>
              {tiers.map((tier) => {
                const value = held(tier.id, year);
                const most = Math.max(1, ...years.map((one) => held(tier.id, one)));
                return (
                  <td key={tier.id} className={tier.id === chosen ? 'chosen' : ''}>
                    <span className="bar-cell">
                      <span className={value === 0 ? 'figure zero' : 'figure'}>{number(value)}</span>
                      <span className="bar" style={{ inlineSize: `${(value / most) * 100}%` }} />
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
