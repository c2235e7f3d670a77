import { type UnitKind, type UnitSource, unitKinds } from '@forest/domain';
import { parse } from 'yaml';
import { z } from 'zod';
import { StartupFault } from '../../platform/startup-fault.ts';

const textSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const unitSchema: z.ZodType<UnitSource> = z.lazy(() =>
  z.object({
    id: z.string(),
    kind: z.enum(unitKinds as readonly [UnitKind, ...UnitKind[]]),
    name: textSchema,
    units: z.array(unitSchema).optional(),
  }),
);
const fileSchema = z.object({ units: z.array(unitSchema) });

/**
 * The organisation trees of all districts, from `<district>/organisation.yaml`.
 * @throws StartupFault naming file and place when one cannot be read.
 */
export function organisationUnits(files: readonly { path: string; text: string }[]): UnitSource[] {
  return files
    .filter(({ path }) => /^[^/]+\/organisation\.ya?ml$/.test(path))
    .flatMap(({ path, text }) => {
      const read = fileSchema.safeParse(parse(text));
      if (read.success) return read.data.units;
      const { path: place, message } = read.error.issues[0]!;
      throw new StartupFault({
        zh: `组织机构文件 ${path} 的 ${place.join('.')} 不可用：${message}。请改正后重新启动。`,
        en: `${path} cannot be used at ${place.join('.')}: ${message}. Correct it and start again.`,
      });
    });
}
