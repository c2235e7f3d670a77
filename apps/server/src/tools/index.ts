export { addUser } from './add-user.ts';
export { exportList } from './export-list.ts';
export { importFile } from './import-file.ts';
export { openTools, operator, type ToolOptions } from './open-tools.ts';
export { takeCensus } from './take-census.ts';
