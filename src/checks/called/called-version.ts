import { callsOf, type Pins, versionName } from '#format/library.ts';
import type { InteractionId } from '#prelude/ids.ts';

/** A version of another Interaction that is run, directly or through others, as far as it hangs on that whether the first is fit. */
export interface CalledVersion {
  readonly interaction: InteractionId;
  /** What the Interaction is called. */
  readonly name: string;
  /** Left out where a file is run and no published version. */
  readonly version?: number;
  /** Errors that the checks find in it, those of others that it runs left out. */
  readonly errors: number;
  /** Tests in its file that failed; 0 where nobody ran them. */
  readonly failedTests: number;
  /** The names, in {@link CalledVersions.versions}, of those that it runs in turn. */
  readonly calls: Calls;
}

/** Names of the versions that are run, by the Interactions that they are of. */
export type Calls = { readonly [interaction: InteractionId]: string };

/** All that an Interaction runs. What is called and not among the versions is not known. */
export interface CalledVersions {
  readonly calls: Calls;
  /** By name; the Interaction that is looked at is not among them. */
  readonly versions: ReadonlyMap<string, CalledVersion>;
}

/** A published version with what was found in it, and which versions of others it runs. */
export interface PinnedFindings extends Required<Omit<CalledVersion, 'calls'>> {
  readonly pins: Pins;
}

/** The same of published versions: what is run that is pinned to these, and all that these run in turn. */
export function calledFrom(pins: Pins, versions: readonly PinnedFindings[]): CalledVersions {
  const named = versions.map(({ pins: own, ...version }): [string, CalledVersion] => [
    versionName(version.interaction, version.version),
    { ...version, calls: callsOf(own) },
  ]);
  return { calls: callsOf(pins), versions: new Map(named) };
}
