import type { AccountSettings } from '#api/accounts.ts';
import type { VersionStatus } from '#api/interactions.ts';
import type { HeldUp, VERSION_ABILITIES } from '#api/versions.ts';
import { ok, type Result } from '#prelude/result.ts';
import type { VersionLine } from '#store/queries/versions.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { allows, type Member } from '../who.ts';
import { type Findings, heldUpBy } from './held-up.ts';

export type VersionAct = (typeof VERSION_ABILITIES)[number];

/** From which statuses each act leads on. */
export const FROM = {
  submit: ['draft', 'changes-requested'],
  'request-changes': ['draft', 'in-review'],
  approve: ['draft', 'in-review'],
  'approve-and-go-live': ['draft', 'in-review'],
  'go-live': ['approved'],
  retire: ['draft', 'in-review', 'changes-requested', 'approved', 'live'],
  delete: ['draft', 'in-review', 'changes-requested', 'approved', 'retired'],
} as const satisfies Record<Exclude<VersionAct, 'test' | 'run'>, readonly VersionStatus[]>;

/** The version as the policy sees it, with all that it runs. */
export type Judged = Pick<VersionLine, 'status' | 'published_by'> & Findings;

/**
 * Whether somebody may do something with a version now, and if not why. Asked for the abilities that go with a version
 * and again inside the transaction that acts, so that a right that was lost meanwhile counts as lost.
 */
export function mayDo(
  act: Exclude<VersionAct, 'test' | 'run'>,
  version: Judged,
  who: Member,
  settings: AccountSettings,
): Result<undefined, Refusal> {
  if (!rights(act, version, who)) return refuse('permission.missing');
  if (!FROM[act].some((status) => status === version.status)) return refuse('version.wrong-status');
  if (act === 'approve-and-go-live' && settings.separateGoLive) return refuse('version.go-live-separate');
  if (act === 'approve' || act === 'approve-and-go-live') {
    if (!settings.selfApproval && version.published_by === who.person.id) return refuse('version.own-work');
  }
  if (act === 'approve' || act === 'approve-and-go-live' || act === 'go-live') {
    const reasons = heldUpBy(version, settings);
    if (reasons[0]) return refuse(reasons[0].code, detailOf(reasons));
  }
  return ok(undefined);
}

/** Reasons of one kind that are said one by one. */
const SAID = 3;

/** Of others that are run it is said which they are. */
function detailOf(reasons: readonly HeldUp[]): { readonly detail?: string } {
  const alike = reasons
    .filter(({ code }) => code === reasons[0]?.code)
    .flatMap(({ from, message }) => (from ? message : []));
  if (alike.length === 0) return {};
  const more = alike.length > SAID ? [`And ${alike.length - SAID} more`] : [];
  return { detail: [...alike.slice(0, SAID), ...more].map((sentence) => `${sentence}.`).join(' ') };
}

function rights(act: Exclude<VersionAct, 'test' | 'run'>, version: Judged, who: Member): boolean {
  switch (act) {
    case 'submit':
      return allows(who, 'versions.publish');
    case 'request-changes':
    case 'approve':
      return mayDecide(version, who);
    case 'approve-and-go-live':
      return mayDecide(version, who) && allows(who, 'versions.go-live');
    case 'go-live':
      return allows(who, 'versions.go-live');
    case 'retire':
      return allows(who, 'versions.retire');
    case 'delete':
      return allows(who, 'versions.delete');
  }
}

/** Without a review before, it takes the right to do without one. */
function mayDecide(version: Judged, who: Member): boolean {
  return allows(who, version.status === 'in-review' ? 'versions.decide' : 'versions.decide-directly');
}
