import { type FactUnit, parseQuantity, Rational } from '@forest/domain';
import type { Path } from '../content/diagnostic.ts';
import type { RuleSource } from '../content/library.ts';
import type { RawCriterion, RawOutcome, RawVersion } from '../content/raw-rule.ts';
import type { Fact } from '../facts/dictionary.ts';
import { nearestWords } from '../facts/nearest.ts';
import type { Criterion, Lever, OutcomeNode, RuleTree } from '../tree.ts';
import { elaborateCheck } from './check.ts';
import { ContentFault } from './fault.ts';
import { unknownFact } from './faults.ts';
import { type Build, type Env, guarded, type Scope } from './scope.ts';
import { elaborateScore } from './score.ts';

/** The version with effectiveFrom ≤ asOf < effectiveTo. */
export function versionInForce(source: RuleSource, asOf: string): { version: RawVersion; index: number } | undefined {
  const index = source.rule.versions.findIndex(
    (version) => version.effectiveFrom <= asOf && (!version.effectiveTo || asOf < version.effectiveTo),
  );
  return index < 0 ? undefined : { version: source.rule.versions[index]!, index };
}

function citation(source: RuleSource, cited: string | undefined): { document: string; article: string } {
  const [key = '', ...rest] = (cited ?? '').trim().split(/\s+/);
  const document = source.rule.documents?.[key];
  if (!document) return { document: '', article: (cited ?? '').trim() };
  return { document: document.number ?? document.title, article: rest.join(' ') };
}

const smallestStep: Partial<Record<FactUnit, Rational>> = { '%': Rational.ratio(1n, 10_000n) };

function leverOf(raw: NonNullable<RawCriterion['levers']>[number], env: Env): Lever {
  const { slots, library } = env.scope.build;
  const id = typeof raw === 'string' ? raw : raw.fact;
  const fact: Fact | undefined = library.dictionary.get(id);
  if (!fact) throw unknownFact(library.dictionary, id);
  const step = typeof raw === 'object' && raw.step !== undefined ? parseQuantity(raw.step) : null;
  if (typeof raw === 'object' && raw.step !== undefined && (!step || step.value.sign() <= 0))
    throw new ContentFault(
      'lever-step',
      { zh: `步长 ${raw.step} 应是正的量`, en: `The step ${raw.step} must be a positive quantity` },
      { zh: '写成例如 1 万元。', en: 'Write for instance 1 万元.' },
    );
  return {
    slot: slots.add(fact, fact.period === 'annual' ? 0 : null),
    direction: (typeof raw === 'object' && raw.direction) || 'up',
    step: step?.value ?? smallestStep[fact.unit] ?? Rational.one,
  };
}

function readCriterion(raw: RawCriterion, env: Env): Criterion {
  const { scope } = env;
  const checkPath = [...env.path, 'check'];
  const test = guarded(scope, checkPath, { kind: 'constantTruth' as const, value: false }, () =>
    elaborateCheck(raw.check, { ...env, path: checkPath }),
  );
  const levers = (raw.levers ?? []).flatMap((lever, index) => {
    const path = [...env.path, 'levers', index];
    return guarded(scope, path, [], () => [leverOf(lever, { ...env, path })]);
  });
  const confidence = raw.confidence ?? scope.version.confidence ?? 'D';
  const cited = citation(scope.source, raw.article);
  return { id: raw.id, title: raw.title, ...cited, confidence, test, levers, note: raw.note ?? null };
}

function readOutcome(raw: RawOutcome, ids: string[], scope: Scope, path: Path): OutcomeNode {
  if (typeof raw !== 'string') {
    const kind = 'all' in raw ? 'all' : 'any';
    const of = 'all' in raw ? raw.all : raw.any;
    return { kind, of: of.map((one, index) => readOutcome(one, ids, scope, [...path, kind, index])) };
  }
  const index = ids.indexOf(raw);
  if (index >= 0) return { kind: 'criterion', index };
  return guarded(scope, path, { kind: 'criterion', index: 0 }, () => {
    const near = nearestWords(raw, ids);
    throw new ContentFault(
      'unknown-criterion',
      { zh: `结论引用了不存在的条件 ${raw}`, en: `The outcome names a criterion that does not exist: ${raw}` },
      near.length > 0
        ? { zh: `是否想写 ${near.join('、')}？`, en: `Did you mean ${near.join(', ')}?` }
        : { zh: `可用：${ids.join('、')}`, en: `Known: ${ids.join(', ')}` },
    );
  });
}

export type ElaboratedVersion = Pick<RuleTree, 'criteria' | 'outcome' | 'grades'>;

/** Reads one version into the build: its scores first, then criteria, outcome and grades. */
export function elaborateVersion(build: Build, source: RuleSource, versionIndex: number): ElaboratedVersion {
  const version = source.rule.versions[versionIndex]!;
  const versionPath = ['versions', versionIndex];
  const scope: Scope = { build, source, version, versionPath, scoreIndex: new Map(), measures: [] };
  const env = (path: Path): Env => ({ scope, path, offset: null, reads: { annual: false } });
  const nested = build.chain.length > 0;
  build.chain.push(source.rule.id);
  build.used.push({ rule: source.rule.id, version: version.id });
  for (const [id, raw] of Object.entries(version.scores ?? {})) {
    const path = [...versionPath, 'scores', id];
    const node = guarded(scope, path, null, () => elaborateScore(raw, env(path), id));
    if (!node) continue;
    scope.scoreIndex.set(id, build.scores.length);
    const { article } = citation(source, raw.article);
    build.scores.push({ id: nested ? `${source.rule.id}/${id}` : id, title: node.title, article, node });
  }
  const criteria = version.criteria.map((raw, index) => readCriterion(raw, env([...versionPath, 'criteria', index])));
  const ids = criteria.map((criterion) => criterion.id);
  const everything: RawOutcome = { all: ids };
  const outcome = readOutcome(version.outcome ?? everything, ids, scope, [...versionPath, 'outcome']);
  const grades = (version.grades ?? []).map((grade, index) => ({
    id: grade.id,
    name: grade.name,
    when: readOutcome(grade.when, ids, scope, [...versionPath, 'grades', index, 'when']),
  }));
  build.chain.pop();
  return { criteria, outcome, grades };
}
