import type { Outputs } from '@forest/api';
import type { Content } from '../platform/content/index.ts';

type Industry = Outputs['library']['industries']['search'][number];

/** As many as fit into a list that people still read. */
const MOST = 50;

const kept = new WeakMap<Content, Industry[]>();

/** GB/T 4754-2017, by the beginning of a code (with or without its section letter) or part of a name. */
export function searchIndustries(content: Content, typed: string): Industry[] {
  const all = kept.get(content) ?? readIndustries(content);
  kept.set(content, all);
  const word = typed.trim();
  if (!word) return all.filter(({ code }) => /^[A-T]$/.test(code));
  const code = word.toUpperCase().replace(/^[A-T](?=\d)/, '');
  const byCode = all.filter((industry) => industry.code.startsWith(code));
  const byName = all.filter((industry) => industry.name.includes(word) && !byCode.includes(industry));
  return [...byCode, ...byName].slice(0, MOST);
}

function readIndustries(content: Content): Industry[] {
  const csv = content.files.find(({ path }) => path === 'national/industry.csv')?.text ?? '';
  return csv
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => {
      const [, code, name] = /^([A-Z0-9]+),"?(.*?)"?,[A-Z0-9]*$/.exec(line) ?? [];
      return code && name ? [{ code, name }] : [];
    });
}
