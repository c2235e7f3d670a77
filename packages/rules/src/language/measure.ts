import { readExpression } from './expression.ts';
import { ContentFault } from './fault.ts';
import { word } from './said.ts';
import type { Env } from './scope.ts';
import type { Typed } from './typed.ts';

function seriesNeedsPeriod(name: string, offset: number): ContentFault {
  return new ContentFault(
    'annual-needs-period',
    {
      zh: `指标 ${name} 每年一个值，此处要一个值`,
      en: `The measure ${name} has a value for every year; one value is wanted here`,
    },
    { zh: `取最近一年写 latest(${name})。`, en: `Write latest(${name}) for the last year.` },
    offset,
  );
}

/** @returns undefined when the version has no measure of that name. */
export function elaborateMeasure(name: string, env: Env, at: number): Typed | undefined {
  const { scope } = env;
  const measures = scope.version.measures;
  const raw = measures && Object.hasOwn(measures, name) ? measures[name] : undefined;
  if (raw === undefined) return undefined;
  scope.build.measuresRead.set(scope.version, (scope.build.measuresRead.get(scope.version) ?? new Set()).add(name));
  if (scope.measures.includes(name))
    throw new ContentFault(
      'measure-cycle',
      {
        zh: `指标 ${name} 引用了自己：${[...scope.measures, name].join(' → ')}`,
        en: `The measure ${name} refers to itself: ${[...scope.measures, name].join(' → ')}`,
      },
      { zh: '去掉循环引用。', en: 'Remove the circular reference.' },
      at,
    );
  const base = [...scope.versionPath, 'measures', name];
  const long = typeof raw === 'object' ? raw : null;
  const series = long !== null && 'each year' in long;
  if (series && env.offset === null) throw seriesNeedsPeriod(name, at);
  const [text, path] = series
    ? [long['each year'], [...base, 'each year']]
    : long && 'value' in long
      ? [long.value, [...base, 'value']]
      : [raw as string | number, base];
  scope.measures.push(name);
  try {
    const reads = series ? env.reads : { annual: false };
    const typed = readExpression(String(text), { scope, path, offset: series ? env.offset : null, reads });
    return long?.name ? { ...typed, said: word(long.name.zh, long.name.en) } : typed;
  } catch (error) {
    if (error instanceof ContentFault) error.path ??= path;
    throw error;
  } finally {
    scope.measures.pop();
  }
}
