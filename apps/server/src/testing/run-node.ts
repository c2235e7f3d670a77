import { type ChildProcess, spawn } from 'node:child_process';

/**
 * A program of its own, to be killed: TypeScript text run by this Node, with the server's sources importable as
 * `source('platform/…')`.
 * @param runAs another user, when this process is root.
 */
export function runNode(text: string, runAs: { uid?: number; gid?: number } = {}): ChildProcess & { lines: string[] } {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', text], {
    ...runAs,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => lines.push(...words.split('\n').filter(Boolean)));
  return Object.assign(child, { lines });
}

/** A file of the server as an import specifier for `runNode`. */
export function source(file: string): string {
  return JSON.stringify(new URL(`../${file}`, import.meta.url).href);
}

export async function exited(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((done) => child.once('exit', done));
  return child.exitCode;
}
