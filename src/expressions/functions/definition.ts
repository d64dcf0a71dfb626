import type { Json } from '#prelude/json.ts';
import type { Run } from '../compile/run.ts';
import type { ExpressionErrorCode, Span } from '../errors.ts';
import type { StaticType } from '../types/static-type.ts';
import type { Value } from '../values/value.ts';

/**
 * A built-in function, told once: the evaluation, the type check, completion and the reference pages read this.
 * A function may have several forms that differ in their parameters.
 */
export interface FunctionDefinition {
  readonly name: string;
  /** One sentence for completion and reference. */
  readonly help: string;
  /** What it gives for an example; a test evaluates it. */
  readonly example: { readonly expression: string; readonly value: Json };
  readonly forms: readonly FunctionForm[];
  /** Cost units of a call, beside what the size of its arguments costs; `CALL_COST` unless given. A test measures it. */
  readonly cost?: number;
}

/** Cost units of a call of a function that does next to nothing. */
export const CALL_COST = 6;

export interface FunctionForm {
  readonly parameters: readonly Parameter<unknown>[];
  readonly result: ResultType;
  readonly call: (call: Call, args: readonly unknown[]) => Value;
}

/** The type of the result, where it needs the arguments' types for it. */
export type ResultType = StaticType | ((args: readonly StaticType[]) => StaticType);

export interface Parameter<T> {
  readonly name: string;
  readonly type: StaticType;
  readonly optional: boolean;
  /** Whether null is as good as leaving it out. */
  readonly nullable: boolean;
  /** Takes all further arguments, as a list. */
  readonly rest: boolean;
  /** The value as the function wants it; undefined where it does not fit. */
  readonly take: (value: Value) => T | undefined;
}

/** One call under way. */
export class Call {
  readonly run: Run;
  readonly at: Span;

  constructor(run: Run, at: Span) {
    this.run = run;
    this.at = at;
  }

  fail(code: ExpressionErrorCode, message: string | (() => string)): null {
    return this.run.fail(code, this.at, message);
  }
}

type ArgumentsOf<P extends readonly Parameter<unknown>[]> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

/** A form whose function gets its arguments as its parameters take them. */
export function form<const P extends readonly Parameter<unknown>[]>(
  parameters: P,
  result: ResultType,
  call: (call: Call, ...args: ArgumentsOf<P>) => Value,
): FunctionForm {
  // The arguments were made by the same parameters' `take`: the one place where the compiler cannot see that.
  return { parameters, result, call: (callOf, args) => call(callOf, ...(args as unknown as ArgumentsOf<P>)) };
}
