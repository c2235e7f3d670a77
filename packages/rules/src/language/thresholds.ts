import type { Path } from '../content/diagnostic.ts';
import type { RawBand, RawThreshold } from '../content/raw-check.ts';
import { criterionText } from '../render/criterion-text.ts';
import type { Comparison, Shown, TruthNode } from '../tree.ts';
import { comparison, withinBounds } from './bounds.ts';
import { elaborateCheck } from './check.ts';
import { compareTyped } from './compare.ts';
import { ContentFault } from './fault.ts';
import type { Env } from './scope.ts';
import { isPercent, label } from './shown.ts';
import { readMeasure, readTerm } from './term.ts';
import { type Typed, unitOf, viewOf } from './typed.ts';

/** Runs `make` in a deeper place, so that its fault points there. */
export function located<T>(env: Env, step: Path, make: (env: Env) => T): T {
  const path = [...env.path, ...step];
  try {
    return make({ ...env, path });
  } catch (error) {
    if (error instanceof ContentFault) error.path ??= path;
    throw error;
  }
}

interface ReadBand {
  when: TruthNode | null;
  value: Typed;
  text: { zh: string; en: string };
}

function readBand(raw: RawBand, measure: Typed, by: Typed | null, env: Env): ReadBand {
  if ('otherwise' in raw)
    return {
      when: null,
      value: located(env, ['otherwise'], (inner) => readTerm(raw.otherwise, inner, measure)),
      text: { zh: '其他情形', en: 'otherwise' },
    };
  const value = located(env, ['value'], (inner) => readTerm(raw.value, inner, measure));
  if ('when' in raw) {
    const when = located(env, ['when'], (inner) => elaborateCheck(raw.when, inner));
    const { zh, en } = criterionText(when);
    return { when, value, text: { zh: `${zh}时`, en: `when ${en}` } };
  }
  if (!by)
    throw new ContentFault(
      'bands-without-by',
      { zh: '分档缺少 by', en: 'The bands lack by' },
      { zh: '用 by 写明按哪个指标分档。', en: 'Say with by which measure chooses the band.' },
    );
  const { node, zh, en } = withinBounds(by, raw, env);
  return { when: node, value, text: { zh: `${zh}时`, en: `when ${en}` } };
}

function missingOtherwise(): ContentFault {
  return new ContentFault(
    'bands-without-otherwise',
    { zh: '分档没有覆盖所有情形', en: 'The bands leave cases open' },
    { zh: '最后一档写 otherwise。', en: 'End the list with an otherwise band.' },
  );
}

/** atLeast, moreThan, atMost, lessThan, equals, with a plain or a banded threshold. */
export function threshold(op: Comparison, raw: RawThreshold, env: Env): TruthNode {
  const measure = located(env, ['measure'], (inner) => readMeasure(raw.measure, inner));
  if ('value' in raw)
    return comparison(
      measure,
      op,
      located(env, ['value'], (inner) => readTerm(raw.value, inner, measure)),
    );
  const by = raw.by === undefined ? null : located(env, ['by'], (inner) => readMeasure(raw.by!, inner));
  const bands = raw.bands.map((band, index) =>
    located(env, ['bands', index], (inner) => readBand(band, measure, by, inner)),
  );
  const last = bands.at(-1);
  if (!last || last.when !== null) throw located(env, ['bands'], () => missingOtherwise());
  const percent = isPercent(measure) || bands.some((band) => isPercent(band.value));
  const shown: Shown = {
    text: label(measure),
    measure: viewOf(measure),
    op,
    required: bands.map((band) => ({
      when: band.when,
      value: 'node' in band.value && band.value.type !== 'truth' ? band.value.node : null,
      label:
        band.when === null
          ? { zh: band.value.said.zh, en: band.value.said.en }
          : {
              zh: `${band.value.said.zh}（${band.text.zh}）`,
              en: `${band.value.said.en} (${band.text.en})`,
            },
    })),
    unit: unitOf(measure, percent),
  };
  const cases = bands
    .slice(0, -1)
    .flatMap((band) => (band.when ? [{ when: band.when, then: compareTyped(measure, op, band.value) }] : []));
  return { kind: 'choose', cases, otherwise: compareTyped(measure, op, last.value), shown };
}
