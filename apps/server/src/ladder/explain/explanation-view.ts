import type { Outputs } from '@forest/api';
import { isoOf, type Text } from '@forest/domain';
import { type Explanation, growthPath, type ScoreNode, type ScorePart } from '@forest/rules';
import type { Content } from '../../platform/content/index.ts';
import { missingView } from './criterion-view.ts';
import { changeView, type Judging } from './lever-view.ts';

type View = Outputs['ladder']['explain'];
type Head = Omit<View, 'criteria' | 'path'>;

/** All but criteria and path. */
export function headView(content: Content, judging: Judging, explained: Explanation, since: string | null): Head {
  const { rule, version, verdict } = explained;
  const raw = content.library.rules.get(rule)!.rule;
  return {
    rule,
    ruleName: raw.name,
    kind: raw.kind,
    tier: raw.tier ?? null,
    version,
    asOf: isoOf(judging.row.asOf),
    verdict,
    since,
    confidence: raw.versions.find((one) => one.id === version)?.confidence ?? 'D',
    grade: explained.grade?.name ?? null,
    scores: explained.scores.map((score, index) => ({
      id: score.id,
      title: score.title,
      min: score.points[0],
      max: score.points[1],
      parts: score.parts.flatMap((part, at) => scoreLines(part, childOf(judging.tree.scores[index]!.node, at), 0)),
    })),
    missing: explained.missing.map((one) => missingView(judging, one)),
  };
}

type ScoreLine = Head['scores'][number]['parts'][number];

function scoreLines({ id, title, points, parts }: ScorePart, node: ScoreNode | undefined, depth: number): ScoreLine[] {
  const [min, max] = points;
  const cap = node?.kind === 'sum' ? node.cap : null;
  // Points that are open although nothing below them is are for experts to give.
  const expert = parts.length === 0 && min !== max;
  const line: ScoreLine = { id, title, depth, min, max, cap, expert };
  return [line, ...parts.flatMap((part, at) => scoreLines(part, childOf(node, at), depth + 1))];
}

/** Explained parts stand in the order of the tree's. */
function childOf(node: ScoreNode | undefined, at: number): ScoreNode | undefined {
  return node === undefined || node.kind === 'cases' ? undefined : node.of[at];
}

const blockedBecause: Record<'no-lever' | 'out-of-reach', Text> = {
  'no-lever': { zh: '企业自身无法在短期内改变', en: 'Not something the enterprise can change by itself' },
  'out-of-reach': { zh: '合理幅度内的调整达不到', en: 'No change within reason is enough' },
};

/** What has to change for the whole rule; null when it is met. */
export function pathView(judging: Judging, explained: Explanation): View['path'] {
  if (explained.verdict === 'met') return null;
  const path = growthPath(judging.tree, judging.row);
  const criterion = (index: number) => judging.tree.criteria[index]!;
  return {
    reachable: path.reachable,
    changes: path.changes.map((change) => changeView(judging, change.slot, change.change)),
    blocked: path.blocked.map((one) => ({
      criterion: criterion(one.criterion).id,
      title: criterion(one.criterion).title,
      reason: blockedBecause[one.reason],
    })),
    missing: path.unknown.flatMap((index) =>
      explained.criteria[index]!.missing.map((one) => missingView(judging, one)),
    ),
    earliest: path.earliest === null ? null : isoOf(path.earliest),
  };
}
