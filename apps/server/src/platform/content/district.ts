import type { Text, UnitSource } from '@forest/domain';
import { unitKinds } from '@forest/domain';
import type { ContentFile } from '@forest/rules';
import { parse } from 'yaml';
import { z } from 'zod';
import { StartupFault } from '../startup-fault.ts';

/** A rung of a district's ladder: rules that judge it, and the fact that says an enterprise stands on it today. */
export interface Rung {
  id: string;
  name: Text;
  line: string;
  holds: string;
  rules: string[];
}

/** Whom to believe when sources disagree: the higher precedence. */
export interface SourceRank {
  id: string;
  name: Text;
  precedence: number;
}

/** A district is data: `content/<district>/district.yaml` and `organisation.yaml`, nothing else. */
export interface District {
  id: string;
  name: Text;
  /** GB/T 2260 code of the registry, or the one in use. */
  region: string;
  /** The district of people who have not chosen one. */
  default: boolean;
  ladder: Rung[];
  nearMiss: { criteria: number; share: number };
  sources: SourceRank[];
  units: UnitSource[];
}

const text = z.strictObject({ zh: z.string(), en: z.string() });

const percent = z
  .string()
  .regex(/^\d+(\.\d+)?%$/)
  .transform((written) => Number.parseFloat(written) / 100);

const districtSchema = z.object({
  id: z.string(),
  name: text,
  region: z.string(),
  default: z.boolean().default(false),
  ladder: z.array(
    z.object({ id: z.string(), name: text, line: z.string(), holds: z.string(), rules: z.array(z.string()) }),
  ),
  nearMiss: z
    .object({ criteria: z.number().int().min(1), percent })
    .transform(({ criteria, percent: share }) => ({ criteria, share })),
  sources: z.array(z.object({ id: z.string(), name: text, precedence: z.number().int() })),
});

const unitSchema: z.ZodType<UnitSource> = z.lazy(() =>
  z.object({ id: z.string(), kind: z.enum(unitKinds), name: text, units: z.array(unitSchema).optional() }),
);
const organisationSchema = z.object({ units: z.array(unitSchema) });

/**
 * Every district that content describes, the default one first.
 * @throws StartupFault naming the file and the place that cannot be read.
 */
export function readDistricts(files: readonly ContentFile[]): District[] {
  const found = files
    .filter(({ path }) => /^[^/]+\/district\.ya?ml$/.test(path))
    .map((file) => {
      const folder = file.path.split('/')[0]!;
      const organisation = files.find(({ path }) => path === `${folder}/organisation.yaml`);
      const units = organisation ? readFile(organisation, organisationSchema).units : [];
      return { ...readFile(file, districtSchema), units };
    });
  return found.sort((a, b) => Number(b.default) - Number(a.default));
}

function readFile<T>(file: ContentFile, schema: z.ZodType<T>): T {
  const read = schema.safeParse(parse(file.text));
  if (read.success) return read.data;
  const { path, message } = read.error.issues[0]!;
  throw new StartupFault({
    zh: `内容文件 ${file.path} 的 ${path.join('.')} 有误：${message}`,
    en: `Content file ${file.path} is wrong at ${path.join('.')}: ${message}`,
  });
}
