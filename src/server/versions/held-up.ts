import type { AccountSettings } from '#api/accounts.ts';
import type { HeldUp } from '#api/versions.ts';
import type { CalledVersions } from '#checks/called/called-version.ts';
import { errorsInWords, failedTestsInWords, type Unfit, unfitAmong } from '#checks/called/unfit.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { VersionLine } from '#store/queries/versions.ts';

/** What a version says of itself and what it runs says of it, as far as that may be in the way of approving it. */
export interface Findings extends Pick<VersionLine, 'problems' | 'tests'> {
  readonly called: CalledVersions;
}

/** What keeps a version from being approved and from going live, whoever asks; its own faults before those of others. */
export function heldUpBy({ problems, tests, called }: Findings, settings: AccountSettings): readonly HeldUp[] {
  // Of versions from before tests were run at publication nothing is known.
  const failed = tests === null ? 0 : tests.all - tests.passed;
  const unfit = unfitAmong(called);
  const reasons: HeldUp[] = [];
  if (problems.errors > 0) reasons.push({ code: 'version.has-errors', message: ownErrors(problems.errors) });
  if (settings.testsMustPass && failed > 0) {
    reasons.push({ code: 'version.tests-failed', message: ownTests(failed) });
  }
  for (const each of unfit.filter(({ version }) => version.errors > 0)) {
    reasons.push({ code: 'version.runs-errors', message: errorsInWords(each), from: placeOf(each) });
  }
  for (const each of settings.testsMustPass ? unfit.filter(({ version }) => version.failedTests > 0) : []) {
    reasons.push({ code: 'version.runs-failed-tests', message: failedTestsInWords(each), from: placeOf(each) });
  }
  return reasons;
}

function ownErrors(errors: number): string {
  return `It has ${errors === 1 ? '1 error; correct it' : `${errors} errors; correct them`} in the designer and publish again`;
}

function ownTests(failed: number): string {
  return `${failed === 1 ? '1 of its tests' : `${failed} of its tests`} failed; mend it or its tests in the designer and publish again`;
}

function placeOf({ version: { interaction, name, version } }: Unfit): HeldUp['from'] {
  invariant(version !== undefined, 'what a server runs is published');
  return { interaction, name, version };
}
