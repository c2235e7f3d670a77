import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

// Open to the user that PostgreSQL runs as when the tests run as root.
const folder = mkdtempSync(path.join(os.tmpdir(), 'forest-start-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lock = path.join(folder, 'postgres/cluster/postmaster.pid');

/** `forest start` in a process of its own, without the demonstration. */
function start(port: number): ChildProcess & { said: () => string } {
  const main = path.join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, [main, 'start', '--data', folder, '--port', String(port), '--lang', 'en'], {
    env: { ...process.env, DATABASE_URL: '' },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  return Object.assign(child, { said: () => text });
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

test('Ctrl-C, even heard twice, stops the server and its database and loses nothing', async () => {
  for (let round = 0; round < 2; round++) {
    const child = start(0);
    const end = ended(child);
    await expect.poll(child.said, { timeout: 60_000 }).toContain('Press Ctrl-C');
    expect(existsSync(lock)).toBe(true);
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await end).toBe(0);
    expect(existsSync(lock)).toBe(false);
  }
});

test('a busy port is refused with one sentence, and the database is not left running', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as { port: number };
  const child = start(port);
  expect(await ended(child)).toBe(1);
  expect(child.said()).toContain(`Port ${port} is in use`);
  expect(child.said()).not.toContain('    at ');
  expect(existsSync(lock)).toBe(false);
  holder.close();
});
