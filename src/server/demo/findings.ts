import type { ElementId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import { SAMPLES } from '#samples/samples.ts';
import { openRequest } from '../change-requests/commands.ts';
import type { Evidence } from './evidence.ts';
import { type DemoTools, must } from './founding.ts';
import type { House } from './house.ts';
import { STAFF } from './people.ts';
import { doerOf, LOST_CARD, publishContent } from './publishing.ts';
import { secondLostCard } from './second-version.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const IDENTITY = 'q_security_word' as ElementId;

/** When the analyst of the demo looks at the report: some days ago, in the morning. */
export function analystLooks(now: Instant): Instant {
  return now - (now % DAY) - 3 * DAY + 9 * HOUR;
}

/** What was learnt from the sessions: two change requests, and a draft that answers one of them. */
export async function fileFindings(
  tools: DemoTools,
  house: House,
  evidence: Evidence,
  period: { readonly from: Instant; readonly to: Instant },
): Promise<void> {
  const { clock, ids } = tools;
  const looks = analystLooks(period.to);
  clock.set(looks);
  const designer = house.as(STAFF.designer).person.id;
  const about = { interaction: LOST_CARD, version: 1, period: { from: period.from, to: looks } };
  const slow = must(
    await openRequest(doerOf(tools, house, STAFF.analyst), ids, {
      ...about,
      element: IDENTITY,
      figures: evidence.figures(),
      wish:
        'Verify identity takes too long for callers who do not know their security word, and some hang up. Ask first ' +
        'whether they have it at hand, and go to the recent payment if not. Median of those visits under 30 seconds.',
      owner: designer,
    }),
  );
  clock.advance(5 * HOUR);
  must(
    await openRequest(doerOf(tools, house, STAFF.supervisor), ids, {
      ...about,
      element: 'q_address' as ElementId,
      wish: 'Customers who need a card today ask to collect it at a branch. Offer that as a third answer.',
    }),
  );
  clock.set(looks + 2 * DAY);
  const sample = SAMPLES.find(({ id }) => id === LOST_CARD);
  await publishContent(tools, house, secondLostCard(sample?.content ?? null), {
    clients: ['agent-desk'],
    note: 'Asks for the security word only where it is at hand.',
    answers: [slow],
  });
}
