export { clearDemo } from './clear-demo.ts';
export { type DemoOptions, type DemoStep, prepareDemo } from './prepare-demo.ts';
