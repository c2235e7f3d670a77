import type { Answers } from '../shell/client.ts';
import { number } from '../shell/format/number.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { ladderCopy } from './copy.ts';

/** Year-end counts by tier: figures with a bar each, on one scale per tier that starts at zero. */
export function YearCounts({ board }: { board: Answers['ladder']['board'] }) {
  const t = useCopy(ladderCopy);
  const say = useSay();
  const years = [...new Set(board.years.map((one) => one.year))].sort((a, b) => a - b);
  const tiers = board.tiers.filter((tier) => board.years.some((one) => one.tier === tier.id));
  const held = (tier: string, year: number) => board.years.find((one) => one.tier === tier && one.year === year)?.held;
  return (
    <div className="table-scroll">
      <table className="data-table">
        <caption className="sr-only">{t.perYear}</caption>
        <thead>
          <tr>
            <th scope="col">{t.year}</th>
            {tiers.map((tier) => (
              <th key={tier.id} scope="col">
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
                const value = held(tier.id, year) ?? 0;
                const most = Math.max(1, ...years.map((one) => held(tier.id, one) ?? 0));
                return (
                  <td key={tier.id} data-label={say(tier.name)}>
                    <span className="bar-cell">
                      <span className="bar" style={{ inlineSize: `${(value / most) * 100}%` }} />
                      <span className="figure">{number(value)}</span>
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
