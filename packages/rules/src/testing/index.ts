export { arbitraryCase, type SampleCase } from './arbitrary-case.ts';
export { arbitraryFacts } from './arbitrary-facts.ts';
export { arbitraryNumber, arbitraryTree, arbitraryTruth, criterion } from './arbitrary-tree.ts';
export { fillColumns } from './fill-columns.ts';
export { SAMPLE_SLOTS } from './sample-facts.ts';
