import type { FieldProblem, Rejection, RejectionCode } from '#contract/command.ts';
import { fail, type Result } from '#prelude/result.ts';
import type { Step } from './step.ts';

/** What comes of a command. */
export type Decision = Result<Step, Rejection>;

export function reject(code: RejectionCode, message: string): { readonly ok: false; readonly error: Rejection } {
  return fail({ code, message });
}

/** The answer does not fit; says what is wrong with each field. */
export function refuseAnswer(fields: readonly FieldProblem[]): { readonly ok: false; readonly error: Rejection } {
  return fail({ code: 'answer.refused', message: fields[0]?.message ?? 'The answer does not fit', fields });
}
