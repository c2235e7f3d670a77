import { censusSuite } from './census.ts';
import { contentSuite } from './content-suite.ts';
import { explainSuite } from './explain/suite.ts';
import { importSuite } from './import/suite.ts';
import { listSuite } from './list.ts';
import { manySuite } from './many/suite.ts';
import { populationSuite } from './population/suite.ts';
import type { Suite } from './suite.ts';

/** A new suite is one file and one line here. */
export const SUITES: readonly Suite[] = [
  populationSuite,
  manySuite,
  contentSuite,
  explainSuite,
  importSuite,
  censusSuite,
  listSuite,
];
