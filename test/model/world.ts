import type { Json } from '#prelude/json.ts';

/** One Interaction that is under way, the drawn one or one that it called. */
export interface Frame {
  /** What stands before the ids of its elements: empty, or `u_1/`. */
  readonly prefix: string;
  readonly interaction: string;
  /** The visit of its caller with which it began. */
  readonly began: number;
  values: { [variable: string]: Json };
  /** Its secret variables that were given, and the path of the element that asked for each. */
  secrets: { [variable: string]: string };
  loops: { [element: string]: { readonly items: readonly Json[]; readonly next: number } };
}

/** All that going back puts back as it was. */
export interface World {
  frames: { [prefix: string]: Frame };
  /** Where jumps were made that can be returned from. */
  returns: string[];
}

/** An element on the way that led here, with the world as it was when it was come to. */
export interface Passed {
  readonly n: number;
  readonly path: string;
  readonly isPage: boolean;
  readonly before: World;
  answer?: Json;
  shown?: string;
  /** It set something. */
  sets?: true;
}

/** A visit that is not over. */
export interface Open {
  readonly n: number;
  readonly path: string;
  readonly enteredAt: number;
  pausedFor: number;
}

export interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly since: number;
  readonly holds: boolean;
  readonly button?: string;
  readonly answer?: Json;
  readonly until?: number;
}

/** What is told of a session, event by event. */
export type Told = { readonly kind: string } & { readonly [key: string]: Json | undefined };

export function copy<T>(value: T): T {
  return structuredClone(value);
}

export function prefixOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

export function idOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The elements whose call led to a path, outermost first. */
export function callersOf(path: string): readonly string[] {
  const steps = path.split('/');
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'));
}
