export { importFileRoutes } from './file-routes.ts';
export { importJob } from './import-job.ts';
export { type ImportWords, importWords } from './import-words.ts';
export { importRouter } from './routes.ts';
export { ImportStopped, type RunImportOptions, runImport } from './run-import.ts';
