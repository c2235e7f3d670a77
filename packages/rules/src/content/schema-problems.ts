import type { z } from 'zod';
import { nearestWords } from '../facts/nearest.ts';
import { both, type Diagnostic, type Path } from './diagnostic.ts';
import { checkNames } from './raw-check.ts';
import type { YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

/**
 * A union fails in every branch; the branch that got furthest is the one that the author meant. When every branch
 * stumbles over the same unknown field, that field is the fault.
 */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const strange = (branch: readonly Issue[]) =>
    branch.find((one) => one.path.length === 0 && one.code === 'unrecognized_keys');
  const branches = issue.errors.filter((branch) => branch.length > 0);
  const meant = branches.filter((branch) => !strange(branch));
  const unknown = meant.some((branch) => !isWrongType(branch)) ? undefined : branches.map(strange).find(Boolean);
  const furthest = (branch: readonly Issue[]) => deepest(branch[0]!).path.length * 10 - branch.length;
  const best = unknown ?? meant.toSorted((a, b) => furthest(b) - furthest(a))[0]?.[0];
  if (!best) return issue;
  const inner = deepest(best);
  return { ...inner, path: [...issue.path, ...inner.path] } as Issue;
}

/** The branch wanted another kind of value altogether, text instead of fields for instance. */
function isWrongType(branch: readonly Issue[]): boolean {
  return branch.some((one) => one.path.length === 0 && one.code === 'invalid_type');
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
  return at;
}

function unknownKeys(keys: readonly string[]): { message: Diagnostic['message']; remedy: Diagnostic['remedy'] } {
  const listed = keys.join(', ');
  const near = nearestWords(keys[0] ?? '', checkNames);
  return {
    message: both(`此处不认识的字段：${listed}`, `Not known here: ${listed}`),
    remedy:
      near.length > 0
        ? both(`是否想写 ${near.join('、')}？`, `Did you mean ${near.join(', ')}?`)
        : both('删去它，或对照编辑器提示的字段名改正。', 'Remove it, or correct it to a field that the schema offers.'),
  };
}

/** Turns what the schema refused into diagnostics that point at the line. */
export function schemaProblems(error: z.ZodError, source: YamlSource, base: Path = []): Diagnostic[] {
  return error.issues.map((outer) => {
    const issue = deepest(outer);
    const path = [...base, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
    const head = { severity: 'error' as const, code: 'schema' };
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    if (keys.length > 0) return { ...head, ...source.atKey([...path, keys[0]!]), ...unknownKeys(keys) };
    const place = path.join(' › ') || '(root)';
    const absent = valueAt(source.value, path) === undefined;
    return {
      ...head,
      ...source.at(path),
      message: absent
        ? both(`缺少 ${place}`, `${place} is missing`)
        : both(`${place} 不合格式：${issue.message}`, `${place} does not fit: ${issue.message}`),
      remedy: absent
        ? both('补上这一项。', 'Add it.')
        : both('按 packages/rules/LANGUAGE.md 的格式改写。', 'Write it as packages/rules/LANGUAGE.md describes.'),
    };
  });
}
