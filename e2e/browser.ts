import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const VERSION = '153';
const SYSTEM_LIBRARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64'];

/**
 * A real Chromium with nothing installed on the system: the binary, and the few shared libraries that a bare system
 * lacks, come out of an npm package. `CHROMIUM_PATH` names another one.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return chromium.launch({ executablePath: named, args: ['--no-sandbox'] });
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const folder = path.join(
    entry.slice(0, entry.lastIndexOf('node_modules')),
    `node_modules/.cache/chromium-${VERSION}`,
  );
  mkdirSync(path.dirname(folder), { recursive: true });
  const executablePath = await unpack(folder, path.join(path.dirname(entry), '../bin'));
  const needsLibraries = !SYSTEM_LIBRARIES.some((place) => existsSync(path.join(place, 'libnss3.so')));
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking'],
    env: {
      ...environment(),
      HOME: os.tmpdir(),
      FONTCONFIG_FILE: fontsFile(folder),
      ...(needsLibraries && { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') }),
    },
  });
}

/**
 * Test files start at the same moment: each unpacks into a folder of its own, the first one to finish gives it the final
 * name, and the others throw theirs away. Nobody runs a file that somebody is still writing.
 */
async function unpack(folder: string, binaries: string): Promise<string> {
  const executable = path.join(folder, 'chromium');
  if (existsSync(executable)) return executable;
  const own = mkdtempSync(`${folder}-`);
  const before = process.env.TMPDIR;
  // The package unpacks into `os.tmpdir()`.
  process.env.TMPDIR = own;
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    await packed.executablePath();
    if (!existsSync(path.join(own, 'al2023'))) await inflate(path.join(binaries, 'al2023.tar.br'));
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(executable)) throw error;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  return executable;
}

/** Without a fonts.conf Chromium ends at the first text. */
function fontsFile(folder: string): string {
  const file = path.join(folder, 'fonts.conf');
  const places = [`<dir>${folder}/fonts</dir>`, '<dir>/usr/share/fonts</dir>', `<cachedir>${folder}/cache</cachedir>`];
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places.join('')}</fontconfig>`,
  );
  return file;
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
