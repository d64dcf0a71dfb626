import { problemsOf } from '#checks/registry.ts';
import type { Catalog } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import { compile, type Program } from '#engine/program.ts';
import { readInteraction } from '#format/read.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { ContentHash } from '#prelude/ids.ts';

/** Programs kept at once: far more than an account has live versions. */
const MOST = 200;

/** Compiled versions by content hash: published content never changes, so one program serves every session of it. */
export interface Programs {
  /** `bytes` is asked only where the program is not at hand; undefined where there is no such version. */
  get(content: ContentHash, bytes: () => Promise<string | undefined>): Promise<Program | undefined>;
  /** The same where it was compiled before. */
  atHand(content: ContentHash): Program | undefined;
  /** What the checks find in it, found once. */
  problems(program: Program): readonly Problem[];
}

export function programs(catalog: Catalog): Programs {
  const known = new Map<ContentHash, Program>();
  const found = new WeakMap<Program, readonly Problem[]>();
  return {
    async get(content, bytes) {
      const kept = known.get(content);
      const program = kept ?? (await compiled(bytes, catalog));
      if (!program) return undefined;
      // Set anew, so that the map's order is that of use.
      known.delete(content);
      known.set(content, program);
      const oldest = known.keys().next().value;
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      return program;
    },
    atHand: (content) => known.get(content),
    problems(program) {
      const problems = found.get(program) ?? problemsOf(program.interaction, catalog);
      found.set(program, problems);
      return problems;
    },
  };
}

async function compiled(bytes: () => Promise<string | undefined>, catalog: Catalog): Promise<Program | undefined> {
  const text = await bytes();
  if (text === undefined) return undefined;
  const read = readInteraction(text, catalog);
  invariant(read.ok, 'a published file can be read');
  return compile(read.value, catalog);
}
