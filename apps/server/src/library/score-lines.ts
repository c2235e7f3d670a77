import type { Outputs } from '@forest/api';
import { criterionText, type Points, type ScoreNode } from '@forest/rules';
import { untitled } from './rule-head.ts';

type Line = Outputs['library']['rules']['get']['detail'][number]['scores'][number]['lines'][number];

/** A score table as lines: parts by depth, and under each the cases with their points. */
export function scoreLines(node: ScoreNode, depth = 0): Line[] {
  if (node.kind === 'cases') {
    const expert = node.cases.length === 0;
    const head = {
      depth,
      title: node.title,
      points: pointsText(rangeOf(node)),
      sentence: expert ? byExperts : untitled,
    };
    if (expert) return [head];
    return [
      head,
      ...node.cases.map(({ when, points }) => ({
        depth: depth + 1,
        title: untitled,
        points: pointsText(points),
        sentence: criterionText(when),
      })),
      { depth: depth + 1, title: untitled, points: pointsText(node.otherwise), sentence: otherwise },
    ];
  }
  const limit = node.kind === 'sum' && node.cap !== null ? `≤ ${node.cap}` : pointsText(rangeOf(node));
  const sentence = node.kind === 'best' ? highest : untitled;
  return [
    { depth, title: node.title, points: limit, sentence },
    ...node.of.flatMap((part) => scoreLines(part, depth + 1)),
  ];
}

const byExperts = { zh: '由专家评分', en: 'Scored by experts' };
const otherwise = { zh: '其他情形', en: 'Otherwise' };
const highest = { zh: '取其中最高的一项', en: 'The highest of these counts' };

/** Least and most points that the part can give. */
function rangeOf(node: ScoreNode): Points {
  if (node.kind === 'cases') {
    const all = [...node.cases.map((one) => one.points), node.otherwise];
    return [Math.min(...all.map((points) => points[0])), Math.max(...all.map((points) => points[1]))];
  }
  const parts = node.of.map(rangeOf);
  if (node.kind === 'best')
    return [Math.max(...parts.map((part) => part[0])), Math.max(...parts.map((part) => part[1]))];
  const cap = node.cap ?? Number.POSITIVE_INFINITY;
  const total = (end: 0 | 1) => parts.reduce((sum, part) => sum + part[end], 0);
  return [Math.min(cap, total(0)), Math.min(cap, total(1))];
}

function pointsText([min, max]: Points): string {
  return min === max ? String(max) : `${min}–${max}`;
}
