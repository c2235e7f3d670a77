import type {
  AnyContractRouter,
  AnySchema,
  ContractProcedure,
  ErrorMap,
  InferContractRouterOutputs,
  InferSchemaOutput,
  Meta,
} from '@orpc/contract';
import type { contract } from './contract.ts';

type Given<T extends AnyContractRouter> =
  T extends ContractProcedure<infer Input, AnySchema, ErrorMap, Meta>
    ? InferSchemaOutput<Input>
    : { [K in keyof T]: T[K] extends AnyContractRouter ? Given<T[K]> : never };

/** What a handler is given, defaults filled in: `Inputs['registry']['enterprises']['list']`. */
export type Inputs = Given<typeof contract>;
/** What a procedure answers: `Outputs['registry']['enterprises']['get']`. */
export type Outputs = InferContractRouterOutputs<typeof contract>;
