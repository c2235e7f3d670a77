import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes THIRD-PARTY-NOTICES.md from the lockfile: every package that is installed or shipped, its version and the
 * licence that its own package.json states. Run after a change of dependencies: `node tools/third-party-notices.ts`.
 */
const root = path.resolve(import.meta.dirname, '..');

interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
}

const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};

const rows = Object.entries(lock.packages)
  .filter(([place, entry]) => place.startsWith('node_modules/') && !entry.link)
  .map(([place, entry]) => ({
    name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version: entry.version ?? '',
    license: entry.license ?? statedIn(place),
    use: entry.dev ? 'development' : 'runtime',
  }));

function statedIn(place: string): string {
  try {
    const stated = JSON.parse(readFileSync(path.join(root, place, 'package.json'), 'utf8')) as { license?: string };
    return stated.license ?? 'not stated';
  } catch {
    return 'not stated';
  }
}

const unique = [...new Map(rows.map((row) => [`${row.name}@${row.version}`, row])).values()].sort((a, b) =>
  a.name.localeCompare(b.name, 'en'),
);
const table = unique.map((row) => `| ${row.name} | ${row.version} | ${row.license} | ${row.use} |`);
writeFileSync(
  path.join(root, 'THIRD-PARTY-NOTICES.md'),
  `# Third-party packages\n\nWritten by \`node tools/third-party-notices.ts\` from the lockfile. The full licence texts are in each package.\n\n| package | version | licence | used in |\n|---|---|---|---|\n${table.join('\n')}\n`,
);
console.log(`${unique.length} packages`);
