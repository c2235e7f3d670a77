import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { both, type Diagnostic, type Path, type Position } from './diagnostic.ts';

/** A parsed YAML file that can say where each of its values stands. */
export interface YamlSource {
  file: string;
  value: unknown;
  /** Position of the value at a path, or of its nearest ancestor that exists; `offset` counts into a plain scalar. */
  at(path: Path, offset?: number): Position;
  /** Position of the field's name rather than of its value. */
  atKey(path: Path): Position;
  problems: Diagnostic[];
}

interface Found {
  node: Node | null;
  complete: boolean;
}

function find(document: Document, path: Path): Found {
  let node = document.contents;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document) ?? node;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return { node, complete: false };
      // An empty value has no place of its own: point at its key.
      const value = pair.value as Node | null;
      node = value?.range && !(isScalar(value) && value.value === null) ? value : (pair.key as Node);
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) return { node, complete: false };
      node = item;
    } else return { node, complete: false };
  }
  return { node, complete: true };
}

export function readYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = [...document.errors, ...document.warnings].map(
    (problem): Diagnostic => ({
      ...place(problem.pos[0]),
      severity: 'error',
      code: 'yaml',
      message: both(`YAML 无法解析：${problem.message}`, `The YAML cannot be read: ${problem.message}`),
      remedy: both('检查缩进、引号和冒号后的空格。', 'Check indentation, quotes and the space after each colon.'),
    }),
  );
  return {
    file,
    value: document.errors.length > 0 ? undefined : document.toJS(),
    at(path, offset = 0) {
      const { node, complete } = find(document, path);
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      return place((node?.range?.[0] ?? 0) + (complete ? offset + (quoted && offset > 0 ? 1 : 0) : 0));
    },
    atKey(path) {
      const { node } = find(document, path.slice(0, -1));
      const name = String(path.at(-1));
      const pair = isMap(node)
        ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === name)
        : null;
      return place((pair && isScalar(pair.key) ? pair.key.range?.[0] : node?.range?.[0]) ?? 0);
    },
    problems,
  };
}
