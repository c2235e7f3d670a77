import type { Random } from './random.ts';

const first = [...'澜沐昕霁湛璟煜峤翊笙漪珩霖钰晔琮湉昶嵘澍'];
const second = [...'汐舟禾川岚珂宸野穹泽野衡序屿墨樾图砚澄渊'];

/** Coined house names; with the suffix below none can be taken for a registered firm. */
export function coinName(random: Random, word: string, taken: Set<string>): string {
  for (;;) {
    const house = random.pick(first) + random.pick(second) + (random.chance(0.45) ? random.pick(second) : '');
    const form = random.weighted([
      { weight: 85, value: '有限公司' },
      { weight: 9, value: '股份有限公司' },
      { weight: 6, value: '集团有限公司' },
    ]);
    const name = `南京${house}${word}${form}（演示）`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
