export { SharedCache } from './cache.ts';
export { openSignals, type Signals } from './signals.ts';
