export { type CellReader, cellReader, type FactValue } from './cell.ts';
export { type Column, isMoney, type MappingFault, mappingFaults, proposeColumns } from './columns.ts';
export { parseDate, parseYear } from './dates.ts';
export { type Delimiter, detectDelimiter } from './delimiter.ts';
export { detectEncoding, detectKind, type Encoding, type EncodingGuess, type FileKind } from './encoding.ts';
export {
  type District,
  districtOf,
  emptyGazetteer,
  type Gazetteer,
  type PlaceDoubt,
  placeDoubt,
  registryOf,
  subdistrictOf,
} from './gazetteer.ts';
export { type HeaderReading, type HeaderWords, headerWords, readHeader, readTitle } from './header.ts';
export {
  type Cell,
  type Cells,
  findHeader,
  type HeaderBlock,
  headerFrom,
  headerSearchRows,
  type Merge,
} from './header-rows.ts';
export { type IsMissing, missingReader } from './missing.ts';
export { type Currency, type Money, type MoneyUnit, moneyUnit, parseMoney } from './money.ts';
export { parseFlag, parseNumber, parsePercent } from './number.ts';
export { type Complaint, type Problem, problemOf, type Reading, type RowProblem, type Severity } from './problem.ts';
export { type ProblemCode, problemTexts } from './problem-texts.ts';
export { enterpriseKey, type Repeats, repeats } from './repeats.ts';
export { type Facts, isRejected, type LedgerRow, type RowReaderOptions, rowReader } from './row.ts';
export {
  type FactWords,
  type IdentityColumn,
  identityColumns,
  identityNames,
  isIdentity,
  type Target,
  type Targets,
  targetsOf,
} from './target.ts';
export { addressKey, nameKey, tidy } from './text.ts';
