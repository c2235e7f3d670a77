export { contract } from './contract.ts';
export { type FaultBody, type FaultCode, faultBody, faultCode } from './fault.ts';
