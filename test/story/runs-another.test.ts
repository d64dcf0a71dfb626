import { afterEach, describe, expect, test } from 'vitest';
import type { AccountValueKey } from '#api/identifier.ts';
import { interactionRoutes } from '#api/interactions.ts';
import { reportRoutes } from '#api/reports.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { valueRoutes } from '#api/values.ts';
import { versionRoutes } from '#api/versions.ts';
import { writeInteraction } from '#format/write.ts';
import type { ElementPath, InteractionId, SessionId } from '#prelude/ids.ts';
import { chooseFile } from '#test/browser/choose-file.ts';
import { builtPages, newPage, type PageOptions } from '#test/browser/pages.ts';
import { draw } from '#test/factories/draw.ts';
import { type House, openHouse, PASSWORD, type Person } from '#test/server/driver.ts';
import { Designing } from './designing.ts';
import { type Hand, keyboard, pointer, signIn } from './hand.ts';

const IDENTITY = 'int_identity' as InteractionId;

/** Greets as the account wants it, asks who calls, and ends as verified or not. */
const identity = (question: string) =>
  writeInteraction(
    draw({
      id: IDENTITY,
      name: 'Identity check',
      variables: { caller_is: { type: 'option', label: 'Caller is' } },
      elements: {
        q_who: {
          name: 'Who calls',
          text: { en: `{values.greeting} ${question}` },
          answer: { kind: 'one-choice', variable: 'caller_is' },
        },
        c_customer: { name: 'Customer', label: { en: 'The customer' }, value: 'customer' },
        c_other: { name: 'Other', label: { en: 'Somebody else' }, value: 'other' },
        e_verified: { name: 'Verified', outcome: 'verified' },
        e_other: { name: 'Not verified', outcome: 'not verified' },
      },
      connectors: [
        'q_who.choices -> c_customer',
        'q_who.choices -> c_other',
        'c_customer -> e_verified',
        'c_other -> e_other',
      ],
    }),
  );

let house: House | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

describe.each([pointer, keyboard])('an Interaction that runs another one, by $name', (hand: Hand) => {
  test('is pinned to it, run through both, reported, and kept as a test', { timeout: 900_000 }, async () => {
    house = await openHouse({ reports: true, webFolder: await builtPages() });
    const { url } = house.server;
    const acme = await house.account('Acme', { timeZone: 'UTC' });
    const { administrator } = acme;
    const [designer, agent] = [await acme.person('designer'), await acme.person('agent')];
    const greeting = await administrator.call(
      valueRoutes.create,
      { account: acme.id },
      { body: { key: 'greeting' as AccountValueKey, label: 'Greeting', type: 'text', live: { en: 'Good day.' } } },
    );
    const open = async (address: string, who: Person, options: PageOptions = {}) => {
      const page = await newPage({ width: 1400, height: 900, ...options });
      page.setDefaultTimeout(90_000);
      await signIn(page, hand, new URL(address, url), who.email, PASSWORD);
      return page;
    };

    // The one that is to be run comes as a file; published, it goes live.
    const drawing = new Designing(await open(`/designer?account=${acme.id}`, designer), hand);
    const { page } = drawing;
    const buffer = Buffer.from(identity('Who is calling?'));
    const file = { name: 'identity.interaction.json', mimeType: 'application/json', buffer };
    await chooseFile(page, file, () => hand.press(page.getByRole('button', { name: 'Open file' })));
    await page.getByRole('textbox', { name: 'Name of the Interaction' }).waitFor();
    expect(await drawing.publish('Acme', 'To be run by others')).toBe(1);
    await administrator.approve(IDENTITY, 1);

    // The other one is drawn around it: its ways out stand on the map, and each leads on.
    await page.goto(`${url}/designer?account=${acme.id}`);
    await drawing.beginNew('Call');
    await drawing.insertByMenu('Sub-Interaction', 'Identity');
    await drawing.runOther('Identity check', [['verified', 'Verified']]);
    await drawing.insertByToolbar('Statement', 'Welcome', 'What can I do for you?');
    await drawing.select('Identity');
    await drawing.insertByToolbar('Statement', 'Sorry', 'I may only speak with the customer.');
    await expect.poll(() => drawing.connectors()).toBe(2);
    const exits = page.locator('.map-exit-label');
    await expect.poll(() => exits.allTextContents()).toEqual(expect.arrayContaining(['Verified', 'Otherwise']));
    await drawing.expectProblems();

    // Played in the preview, with what the account has, it is kept as a test and published with it.
    await drawing.preview('The customer', 'What can I do for you?');
    // The page that has just come takes the focus to where it is answered.
    await page.locator('waymark-player [data-first]:focus').waitFor();
    await hand.press(page.getByRole('button', { name: 'Keep as test' }));
    const tests = page.getByRole('region', { name: 'Tests' });
    await expect.poll(() => tests.getByRole('status').innerText()).toBe('1 passed');
    await expect.poll(() => tests.innerText()).toContain('Passed');
    expect(await drawing.publish('Acme', 'Asks who calls')).toBe(1);
    await page.goto(`${url}/designer?account=${acme.id}`);
    const { items } = await administrator.call(interactionRoutes.list, { account: acme.id }, { query: {} });
    const id = items.find(({ name }) => name === 'Call')?.id as InteractionId;
    const made = await administrator.call(versionRoutes.read, administrator.of(id, 1));
    expect(made).toMatchObject({ tests: { all: 1, passed: 1 } });
    const pinned = await administrator.call(versionRoutes.pins, administrator.of(id, 1));
    expect(pinned.items[0]).toMatchObject({ pins: { [IDENTITY]: 1 } });
    await administrator.approve(id, 1);

    // The other one changes: what is pinned stays as it was, for agents too.
    await administrator.release(identity('With whom do I speak?'));
    const desk = await open('/desk', agent);
    const player = desk.locator('waymark-player:visible');
    await desk.getByRole('heading', { name: 'Start a call' }).waitFor();
    await desk.getByText('Call', { exact: true }).first().waitFor();
    await desk.keyboard.type('call');
    await desk.keyboard.press('Enter');
    await player.locator('.read-aloud').getByText('Good day. Who is calling?').waitFor();
    const session = new URL(desk.url()).pathname.split('/')[2] as SessionId;
    await desk.keyboard.press('1');
    await player.locator('.read-aloud').getByText('What can I do for you?').waitFor();
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: 'Start again' }).waitFor();

    // The report of the caller tells how often each way out was taken, and the time within.
    for (const _round of [1, 2]) await house.server.services.replica?.feed();
    const flow = await administrator.call(reportRoutes.flow, { account: acme.id }, { query: { interaction: id } });
    const log = await administrator.call(sessionRoutes.steps, { account: acme.id, session });
    const entered = log.items
      .flatMap(({ events }) => events)
      .flatMap((e) => (e.kind === 'element-entered' ? [e.element] : []));
    const [caller = '', within = ''] = entered;
    expect(within).toBe(`${caller}/q_who`);
    for (const path of [caller, within] as ElementPath[]) {
      expect(flow.elements[path]).toMatchObject({ entered: 1, stillHere: 0 });
      expect(Object.values(flow.elements[path]?.leftByExit ?? {})).toEqual([1]);
    }
    const office = await open(`/console/interactions/${id}/reports?view=flow&measure=usage`, administrator);
    const figures = office.getByRole('grid', { name: 'Figures of every element' });
    await figures.getByRole('row', { name: /Identity › Who calls\s*Question/ }).waitFor();
    await figures.getByRole('row', { name: /^Identity\s*Sub-Interaction/ }).waitFor();

    // Step by step it is shown as it was, and kept as a test that holds with the words of today.
    await administrator.call(
      valueRoutes.change,
      { account: acme.id, value: greeting.key },
      { body: { live: { en: 'Welcome back.' } }, headers: { 'if-match': `"${greeting.revision}"` } },
    );
    await office.goto(`${url}/console/sessions/${session}?account=${acme.id}`);
    const replay = office.locator('waymark-player');
    await replay
      .getByText(/Who is calling\?/)
      .first()
      .waitFor();
    await hand.press(office.getByRole('link', { name: 'Keep as test' }));
    const kept = office.getByRole('region', { name: 'Tests' });
    await expect.poll(() => kept.getByRole('status').innerText()).toContain('1 passed');
    const given = kept.getByRole('group', { name: 'Given at the start' });
    await expect.poll(() => given.getByRole('textbox', { name: 'Greeting' }).inputValue()).toBe('Good day.');
    const again = new Designing(office, hand);
    expect(await again.publish('Acme', 'With a test of a real call')).toBe(2);
    expect(await administrator.call(versionRoutes.read, administrator.of(id, 2))).toMatchObject({
      tests: { all: 2, passed: 2 },
    });
    const now = await administrator.call(versionRoutes.pins, administrator.of(id, 2));
    expect(now.items[0]).toMatchObject({ pins: { [IDENTITY]: 2 } });
  });
});
