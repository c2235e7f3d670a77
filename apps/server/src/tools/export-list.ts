import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { enterpriseFilter } from '@forest/api';
import type { OpenedPlatform } from '../app.ts';
import { StartupFault } from '../platform/startup-fault.ts';
import { exportEnterprises, programVocabulary } from '../registry/index.ts';
import { operator } from './open-tools.ts';

export interface ExportListOptions {
  file: string;
  district: string;
  /** As in the address of the enterprise list: `holds=hnte&unit=xincheng`. */
  filter: string;
}

/**
 * Writes the enterprise list as XLSX, with the filters of the page. The file appears under its name when it is whole.
 * @throws StartupFault naming the filter that cannot be used.
 */
export async function exportList(
  { platform }: OpenedPlatform,
  { file, district, filter }: ExportListOptions,
): Promise<void> {
  const read = enterpriseFilter.safeParse(parametersOf(filter));
  if (!read.success) {
    const { path, message } = read.error.issues[0]!;
    throw new StartupFault({
      zh: `筛选条件 ${path.join('.')} 不可用：${message}`,
      en: `The filter ${path.join('.')} cannot be used: ${message}`,
    });
  }
  const given = { ...platform, user: operator(district), vocabulary: programVocabulary() };
  const { stream } = await exportEnterprises(read.data, given);
  const unfinished = `${file}.unfinished`;
  await pipeline(Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(unfinished));
  await rename(unfinished, file);
}

function parametersOf(filter: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(filter);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((key) => {
      const values = parameters.getAll(key);
      return [key, values.length === 1 ? values[0]! : values];
    }),
  );
}
