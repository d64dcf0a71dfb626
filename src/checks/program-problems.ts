import type { Catalog } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import type { Program } from '#engine/program.ts';
import { calleeFace } from '#format/callee-face.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { problemsOf } from './registry.ts';

/** All problems of an Interaction where it is known which others it would run, such as on a server. */
export function problemsOfProgram(program: Program, catalog: Catalog): readonly Problem[] {
  return problemsOf(program.interaction, catalog, (id) => {
    const callee = program.callee(id as InteractionId);
    return callee && calleeFace(callee.interaction, catalog);
  });
}
