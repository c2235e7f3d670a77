export { contract } from './contract.ts';
export { type FaultBody, type FaultCode, faultBody, faultCode } from './fault.ts';
export { enterpriseFilter } from './registry-views.ts';
export type { Inputs, Outputs } from './types.ts';
