export { type Cell, type Sheet, type SheetColumn, safeText, workbookStream, xlsxType } from './workbook.ts';
