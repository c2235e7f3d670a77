export type { Signals } from './signals.ts';
