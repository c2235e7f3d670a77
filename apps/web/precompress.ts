import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSED = new Set(['.js', '.css', '.html', '.svg']);
const SMALLEST_BYTES = 1024;

/** Writes `.br` and `.gz` beside what is built, so that the server sends them without work on every request. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'forest-precompress',
    apply: 'build',
    configResolved: (config) => {
      folder = path.resolve(config.root, config.build.outDir);
    },
    closeBundle: () => {
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
        compressFile(path.join(folder, file));
    },
  };
}

function compressFile(file: string): void {
  if (!COMPRESSED.has(path.extname(file)) || statSync(file).size < SMALLEST_BYTES) return;
  const content = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
