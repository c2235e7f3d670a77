import { availableParallelism, cpus, totalmem } from 'node:os';

/** What a reader needs in order to judge the figures; no names of hosts or folders. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${model}, ${availableParallelism()} cores, ${memory} GiB memory, Node ${process.version}, V8 ${process.versions.v8}`;
}
