export { importFileRoutes } from './file-routes.ts';
export { importJob, programWords } from './import-job.ts';
export { type ImportWords, importWords } from './import-words.ts';
export { receiveImport } from './receive-file.ts';
export { importRouter } from './routes.ts';
export { ImportStopped, type RunImportOptions, runImport } from './run-import.ts';
export { startImport } from './start-import.ts';
