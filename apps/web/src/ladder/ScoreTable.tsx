import { number } from '../shell/format/number.ts';
import { useCopy, useSay } from '../shell/language.tsx';
import { Dash } from '../shell/parts/Amount.tsx';
import type { Column } from '../shell/table/column.ts';
import { DataTable } from '../shell/table/DataTable.tsx';
import type { Explanation } from './judgement.ts';
import { judgementCopy } from './judgement-copy.ts';

type Score = Explanation['scores'][number];

/** Points part by part; where experts decide, the least and the most that they may give. */
export function ScoreTable({ score }: { score: Score }) {
  const t = useCopy(judgementCopy);
  const say = useSay();
  const columns: Column<Score['parts'][number]>[] = [
    {
      key: 'part',
      title: `${say(score.title)}（${range(score)}）`,
      width: 260,
      render: (part) => (
        <span style={{ paddingInlineStart: part.depth * 16 }}>
          {say(part.title)} {part.expert && <span className="muted">{t.byExpert}</span>}
        </span>
      ),
    },
    { key: 'points', title: t.points, numeric: true, render: range },
    { key: 'cap', title: t.cap, numeric: true, render: (part) => (part.cap === null ? <Dash /> : number(part.cap)) },
  ];
  return <DataTable label={t.scores} columns={columns} rows={score.parts} rowKey={(part) => part.id} />;
}

function range({ min, max }: { min: number; max: number }): string {
  return min === max ? number(min) : `${number(min)}–${number(max)}`;
}
