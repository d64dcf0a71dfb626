import { type VERSION_ABILITIES, versionRoutes } from '#api/versions.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { call } from '../data/call.ts';

type Ability = (typeof VERSION_ABILITIES)[number];

/** What somebody decides about a version; running it is another matter. */
export type VersionAct = Exclude<Ability, 'test' | 'run'>;

export interface VersionPlace {
  readonly account: AccountId;
  readonly interaction: InteractionId;
  readonly version: number;
}

interface ActFace {
  readonly label: string;
  /** The question of its dialog. */
  readonly title: (version: number) => string;
  /** What follows from it. */
  readonly says: string;
  /** The text that goes with it into the version's history. */
  readonly text?: { readonly label: string; readonly isRequired: boolean };
  readonly confirm: (version: number) => string;
  readonly done: (version: number) => string;
  readonly isDanger?: boolean;
  readonly perform: (place: VersionPlace, text: string) => Promise<unknown>;
}

const noted = (note: string) => (note ? { note } : {});

/** Every act on a version, in the order of menus. The server says which of them somebody may do. */
const VERSION_ACTS = {
  'approve-and-go-live': {
    label: 'Approve and go live',
    title: (version) => `Approve version ${version} and make it live?`,
    says: 'New sessions start with it at once. Sessions that are running stay on their own version.',
    text: { label: 'Note', isRequired: false },
    confirm: (version) => `Approve version ${version} and go live`,
    done: (version) => `Version ${version} is live`,
    perform: (place, note) => call(versionRoutes.approve, place, { body: { ...noted(note), goLive: true } }),
  },
  approve: {
    label: 'Approve',
    title: (version) => `Approve version ${version}?`,
    says: 'It can then be made live. Nothing changes for running sessions.',
    text: { label: 'Note', isRequired: false },
    confirm: (version) => `Approve version ${version}`,
    done: (version) => `Version ${version} is approved`,
    perform: (place, note) => call(versionRoutes.approve, place, { body: { ...noted(note), goLive: false } }),
  },
  'go-live': {
    label: 'Go live',
    title: (version) => `Make version ${version} live?`,
    says: 'New sessions start with it at once, in place of the version that is live now. Sessions that are running stay on their own version.',
    text: { label: 'Note', isRequired: false },
    confirm: (version) => `Make version ${version} live`,
    done: (version) => `Version ${version} is live`,
    perform: (place, note) => call(versionRoutes.goLive, place, { body: noted(note) }),
  },
  'request-changes': {
    label: 'Request changes',
    title: (version) => `Request changes to version ${version}?`,
    says: 'The version goes back to its designer with your reason. A new version starts a new review.',
    text: { label: 'What has to change', isRequired: true },
    confirm: () => 'Request changes',
    done: (version) => `Changes to version ${version} are requested`,
    perform: (place, reason) => call(versionRoutes.requestChanges, place, { body: { reason } }),
  },
  submit: {
    label: 'Submit for review',
    title: (version) => `Submit version ${version} for review?`,
    says: 'Reviewers can run it as a test, comment on its elements, and approve it or request changes.',
    text: { label: 'Note for the reviewers', isRequired: false },
    confirm: (version) => `Submit version ${version}`,
    done: (version) => `Version ${version} is in review`,
    perform: (place, note) => call(versionRoutes.submit, place, { body: noted(note) }),
  },
  retire: {
    label: 'Retire',
    title: (version) => `Retire version ${version}?`,
    says: 'No new session starts with it. Sessions that are running finish on it. If it is the live version, agents can no longer start this Interaction.',
    text: { label: 'Reason', isRequired: false },
    confirm: (version) => `Retire version ${version}`,
    done: (version) => `Version ${version} is retired`,
    isDanger: true,
    perform: (place, reason) => call(versionRoutes.retire, place, { body: reason ? { reason } : {} }),
  },
  delete: {
    label: 'Delete version',
    title: (version) => `Delete version ${version}?`,
    says: 'It cannot be brought back. Reports on its sessions stay readable.',
    confirm: (version) => `Delete version ${version}`,
    done: (version) => `Version ${version} is deleted`,
    isDanger: true,
    perform: (place) => call(versionRoutes.delete, place),
  },
} as const satisfies Record<VersionAct, ActFace>;

/** The acts that the abilities allow, in the order of menus. */
export function actsAmong(abilities: readonly Ability[]): readonly VersionAct[] {
  const acts = Object.keys(VERSION_ACTS) as VersionAct[];
  return acts.filter((act) => abilities.includes(act));
}

export function faceOfAct(act: VersionAct): ActFace {
  return VERSION_ACTS[act];
}

/** What brings a version on, the one to press first. */
const DUE: ReadonlySet<VersionAct> = new Set([
  'approve-and-go-live',
  'approve',
  'go-live',
  'submit',
  'request-changes',
]);

/**
 * The steps that are due, two at most, the one that brings the version on before the one that sends it back. Approving
 * alone is due where going live is a step of its own.
 */
export function dueAmong(acts: readonly VersionAct[]): readonly VersionAct[] {
  const both = acts.includes('approve-and-go-live');
  const due = acts.filter((act) => DUE.has(act) && !(both && act === 'approve')).slice(0, 2);
  return due.toSorted((a, b) => Number(a === 'request-changes') - Number(b === 'request-changes'));
}
