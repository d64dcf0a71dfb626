import type { InteractionId } from '#prelude/ids.ts';
import type { CalledVersion, CalledVersions, Calls } from './called-version.ts';

/** A version that is run and is not fit by itself, and by which way it is run. */
export interface Unfit {
  readonly version: CalledVersion;
  /** The Interaction that is called first on the way there: the version's own where it is called directly. */
  readonly first: InteractionId;
  /** Those that are run between the first Interaction and this one, the outermost first. */
  readonly through: readonly CalledVersion[];
}

/** The versions with errors or failed tests among all that is run, each once by a shortest way, the nearest first. */
export function unfitAmong({ calls, versions }: CalledVersions): readonly Unfit[] {
  const met = new Set<string>();
  const unfit: Unfit[] = [];
  let level = meet(calls, (first) => ({ first, through: [] }));
  while (level.length > 0) {
    unfit.push(...level.filter(({ version }) => version.errors > 0 || version.failedTests > 0));
    level = level.flatMap(({ version, first, through }) =>
      meet(version.calls, () => ({ first, through: [...through, version] })),
    );
  }
  return unfit;

  function meet(called: Calls, way: (called: InteractionId) => Omit<Unfit, 'version'>): Unfit[] {
    return Object.entries<string>(called).flatMap(([id, name]) => {
      const version = versions.get(name);
      if (!version || met.has(name)) return [];
      met.add(name);
      return [{ version, ...way(id as InteractionId) }];
    });
  }
}

/** `“Identity”, version 3, which “Verify” runs, has 2 errors; …`: what is wrong with it, and how it is mended. */
export function errorsInWords(unfit: Unfit): string {
  const { errors } = unfit.version;
  return `${called(unfit)} has ${counted(errors, 'error')}; correct ${errors === 1 ? 'it' : 'them'}${andThen(unfit)}`;
}

/** The same of its tests. */
export function failedTestsInWords(unfit: Unfit): string {
  const { failedTests, name } = unfit.version;
  return `${called(unfit)} has ${counted(failedTests, 'failed test')}; mend “${name}” or its tests${andThen(unfit)}`;
}

function called({ version: { name, version }, through }: Unfit): string {
  const number = version === undefined ? '' : `, version ${version}`;
  const by = through.at(-1);
  return `“${name}”${number}, which ${by ? `“${by.name}”` : 'this Interaction'} runs,`;
}

/** A pinned version never changes: all that lead to it are published anew, from the inmost outwards. */
function andThen({ version: { name, version }, through }: Unfit): string {
  if (version === undefined) return ' in its file';
  const between = through.toReversed().map((each) => `“${each.name}”`);
  const inner = [`“${name}”`, ...between].join(', then ');
  return `, publish ${inner} and make ${between.length === 0 ? 'it' : 'each'} live, then publish this Interaction again`;
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
