export {
  type DemoEnterprise,
  type DemoFinancing,
  type DemoOptions,
  type DemoPlace,
  generateDistrict,
} from './generate.ts';
export { aimOf, type Honour } from './honours.ts';
