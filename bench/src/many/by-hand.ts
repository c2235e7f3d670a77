import { BLOCK, type Columns, type Judgements } from '@forest/rules';
import { type Ask, FACTS } from './rules.ts';

type Loop = (from: number, to: number, out: Judgements, ...columns: Float64Array[]) => void;

/**
 * What an engineer would write for 3,000 criteria: for each rule one loop over a block, each criterion one line of bits,
 * cross-multiplied shares, missing values as NaN, no guard. Written out by a template, since no hand writes 3,000 lines.
 */
export function manyByHand(asks: readonly Ask[]): (columns: Columns, out: readonly Judgements[]) => void {
  const loops: Loop[] = [];
  for (let from = 0; from < asks.length; from += 30) loops.push(loopOf(asks.slice(from, from + 30)));
  return (columns, out) => {
    const data = columns.values as Float64Array[];
    for (let from = 0; from < columns.count; from += BLOCK) {
      const to = Math.min(columns.count, from + BLOCK);
      for (let rule = 0; rule < loops.length; rule++) loops[rule]!(from, to, out[rule]!, ...data);
    }
  };
}

function loopOf(asks: readonly Ask[]): Loop {
  const lines = asks.map((ask, k) => {
    const { yes, no } = bits(ask);
    return `    yes |= (${yes}) << ${k}; no |= (${no}) << ${k};`;
  });
  const columns = Array.from({ length: 30 }, (_, index) => `c${index}`);
  const used = [...columns.keys()].filter((index) => lines.some((line) => new RegExp(`\\bv${index}\\b`).test(line)));
  const full = 2 ** asks.length - 1;
  const source = `function (from, to, out, ${columns.join(', ')}) {
  const { met, notMet, verdict } = out;
  for (let i = from; i < to; i++) {
${used.map((column) => `    const v${column} = c${column}[i];`).join('\n')}
    let yes = 0, no = 0;
${lines.join('\n')}
    met[i] = yes; notMet[i] = no; verdict[i] = 1 + (yes === ${full}) - (no !== 0);
  }
}`;
  return new Function(`return ${source}`)() as Loop;
}

function bits(ask: Ask): { yes: string; no: string } {
  const fact = (index: number) => `v${index}`;
  const sum = ([a, b]: [number, number]) => `(${fact(a)} + ${fact(b)})`;
  const share = (over: string, under: string, percent: number) => ({
    yes: `(${over} * 100 >= ${under} * ${percent}) & (${under} > 0)`,
    no: `(${over} * 100 < ${under} * ${percent}) & (${under} > 0)`,
  });
  switch (ask.kind) {
    case 'atLeast':
      return { yes: `${fact(ask.fact)} >= ${ask.value}`, no: `${fact(ask.fact)} < ${ask.value}` };
    case 'share':
      return share(fact(ask.over), fact(ask.under), ask.percent);
    case 'sumShare':
      return share(sum(ask.over), sum(ask.under), ask.percent);
    case 'flag':
      return { yes: `${fact(FACTS + ask.flag)} === 1`, no: `${fact(FACTS + ask.flag)} === 0` };
    default: {
      const [first, second] = [bits(ask.first), bits(ask.second)];
      const [met, not] = ask.kind === 'both' ? ['&', '|'] : ['|', '&'];
      return { yes: `(${first.yes}) ${met} (${second.yes})`, no: `(${first.no}) ${not} (${second.no})` };
    }
  }
}
