import type { Client } from '#api/clients.ts';
import { checkInteraction } from '#format/read.ts';
import { writeInteraction } from '#format/write.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { ChangeRequestId, ElementId, FolderId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { SAMPLES } from '#samples/samples.ts';
import { insertComment } from '#store/queries/comments.ts';
import type { Doer } from '../record.ts';
import { approve, goLive, submit } from '../versions/commands.ts';
import { type Published, publish } from '../versions/publish.ts';
import { type DemoFolders, type DemoTools, must } from './founding.ts';
import type { House } from './house.ts';
import { type DemoPerson, STAFF } from './people.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Release {
  readonly sample: string;
  readonly folder: keyof DemoFolders;
  readonly clients: readonly Client[];
  /** Days before the first session. */
  readonly before: number;
  readonly note: string;
  readonly approval: string;
}

const RELEASES: readonly Release[] = [
  {
    sample: 'int_problem_type',
    folder: 'customerService',
    clients: ['agent-desk', 'web'],
    before: 6,
    note: 'The three reasons that most people call for.',
    approval: 'Short and clear.',
  },
  {
    sample: 'int_lost_card',
    folder: 'banking',
    clients: ['agent-desk'],
    before: 4,
    note: 'Takes the place of the paper form; wording agreed with the fraud team.',
    approval: 'Played all branches. The identity check may take long for some; let us watch it.',
  },
  {
    sample: 'int_broadband_fault',
    folder: 'broadband',
    clients: ['agent-desk', 'web', 'mobile-web'],
    before: 3,
    note: 'One order for everybody: outage, lights, restart, line test.',
    approval: 'Good on the phone and on a small screen.',
  },
];

/** Somebody doing something now. */
export function doerOf({ db, clock }: Pick<DemoTools, 'db' | 'clock'>, house: House, person: DemoPerson): Doer {
  return { who: house.as(person), db, now: clock.now() };
}

/** Publishes the samples, has them reviewed, and makes them live before the first session. */
export async function releaseSamples(
  tools: DemoTools,
  house: House,
  folders: DemoFolders,
  firstSession: Instant,
): Promise<void> {
  const { clock, ids } = tools;
  for (const { sample, folder, clients, before, note, approval } of RELEASES) {
    const content = SAMPLES.find(({ id }) => id === sample)?.content;
    invariant(content !== undefined, `there is a sample ${sample}`);
    const as = (person: DemoPerson) => doerOf(tools, house, person);
    clock.set(firstSession - before * DAY + 10 * HOUR);
    const { interaction, number } = await publishContent(tools, house, content, {
      clients,
      note,
      folder: folders[folder],
    });
    clock.advance(HOUR / 4);
    must(await submit(as(STAFF.designer), ids, interaction, number, 'Ready for a look.'));
    clock.advance(4 * HOUR);
    if (sample === 'int_lost_card') await remark(tools, as(STAFF.reviewer));
    must(await approve(as(STAFF.reviewer), ids, interaction, number, { note: approval, goLive: false }));
    clock.advance(HOUR);
    must(await goLive(as(STAFF.interactions), ids, interaction, number, note));
  }
}

/** A version by the demo's designer, as the designer writes the file. */
export async function publishContent(
  tools: DemoTools,
  house: House,
  content: Json,
  more: {
    readonly clients: readonly Client[];
    readonly note: string;
    readonly folder?: FolderId;
    readonly answers?: readonly ChangeRequestId[];
  },
): Promise<Published> {
  const { catalog } = tools.services;
  const checked = checkInteraction(content, catalog);
  invariant(checked.ok, 'what the demo publishes is a sound file');
  const file = writeInteraction(checked.value);
  return must(await publish(doerOf(tools, house, STAFF.designer), { file, ...more }, catalog));
}

async function remark({ ids, db }: DemoTools, { who, now }: Doer): Promise<void> {
  await insertComment(
    who.scope,
    db,
    {
      id: ids.make('com'),
      interaction_id: LOST_CARD,
      parent_id: null,
      element: 'q_security_word' as ElementId,
      version_number: 1,
      session_id: null,
      text: 'What should agents do when the customer starts to look for the letter with the word? The help does not say.',
    },
    { by: who.person.id, at: now },
  );
}

export const LOST_CARD = 'int_lost_card' as Published['interaction'];
