import { contract } from '@forest/api';
import { may, procedures } from '../../platform/http/procedures.ts';
import type { RequestContext } from '../../platform/http/request-context.ts';
import { cancelImport } from './cancel-import.ts';
import { configureImport } from './configure-import.ts';
import type { ImportCase } from './deps.ts';
import { getImport, listImports, listSources, listTargets } from './find-import.ts';
import { programWords } from './import-job.ts';
import { startImport } from './start-import.ts';

const os = procedures(contract.registry).imports;
const mayImport = may('enterprise.import');
const caseOf = (context: RequestContext): ImportCase => ({ ...context, words: programWords() });

/** `contract.registry.imports`, for the registry's router. */
export const importRouter = {
  list: os.list.use(mayImport).handler(({ input, context }) => listImports(input, caseOf(context))),
  get: os.get.use(mayImport).handler(({ input, context }) => getImport(input, caseOf(context))),
  configure: os.configure.use(mayImport).handler(({ input, context }) => configureImport(input, caseOf(context))),
  start: os.start.use(mayImport).handler(({ input, context }) => startImport(input, caseOf(context))),
  cancel: os.cancel.use(mayImport).handler(({ input, context }) => cancelImport(input, caseOf(context))),
  sources: os.sources.use(mayImport).handler(({ context }) => listSources(context.db)),
  targets: os.targets.use(mayImport).handler(({ context }) => listTargets(caseOf(context))),
};
