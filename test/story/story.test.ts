import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { reportRoutes } from '#api/reports.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { userRoutes } from '#api/users.ts';
import { elementOf } from '#contract/element-path.ts';
import { visitsOf } from '#engine/visits.ts';
import { distributionOf } from '#measures/distribution.ts';
import { groupBy } from '#measures/group-by.ts';
import type { InteractionId, SessionId } from '#prelude/ids.ts';
import { type SteppedClock, seededRandom, steppedClock } from '#prelude/ports.ts';
import { builtPages, newPage, type PageOptions } from '#test/browser/pages.ts';
import { type House, openHouse, PASSWORD, type Person } from '#test/server/driver.ts';
import { Designing } from './designing.ts';
import { type Hand, keyboard, pointer, signIn } from './hand.ts';

const CALLS = 30;
const CHOICES = ['Billing', 'Orders', 'Technical'];
const TARGET_SECONDS = 10;

let house: House | undefined;
afterEach(async () => {
  await house?.close();
  house = undefined;
});

describe.each([pointer, keyboard])('the life of an Interaction, by $name', (hand: Hand) => {
  test('goes all the way round', { timeout: 900_000 }, async () => {
    const clock = steppedClock(Date.now());
    house = await openHouse({ clock, reports: true, webFolder: await builtPages() });
    const { url } = house.server;
    const acme = await house.account('Acme', { timeZone: 'UTC' });
    const other = await house.account('Other');
    const designer = await acme.person('designer');
    const known = { email: designer.email, name: 'Designer', roles: ['designer' as const], password: PASSWORD };
    await house.keeper.call(userRoutes.add, { account: other.id }, { body: known });
    const administrator = await acme.person('interaction-administrator');
    const agent = await acme.person('agent');
    const open = async (address: string, who: Person, options: PageOptions = {}) => {
      const page = await newPage({ width: 1400, height: 900, ...options });
      page.setDefaultTimeout(180_000);
      await signIn(page, hand, new URL(address, url), who.email, PASSWORD);
      return page;
    };

    // From an empty map to the seed example, by the Insert menu and by the toolbar; a setting is changed later.
    const drawing = new Designing(await open(`/designer?account=${acme.id}`, designer), hand);
    await drawing.beginNew('Problem type');
    await drawing.insertByMenu('Question', 'Problem', 'What type of problem do you have?');
    await drawing.insertByMenu('Choice', 'Billing');
    await drawing.insertByToolbar('Choice', 'Orders');
    await drawing.insertByToolbar('Choice', 'Technical');
    await drawing.select('Problem');
    await drawing.insertByToolbar('Statement', 'Confirm', 'You have selected {problm}.');
    await drawing.select('Problem');
    await drawing.setTarget(TARGET_SECONDS);
    const cards = () => Promise.all(['Question', 'Choice', 'Statement'].map((type) => drawing.cards(type)));
    await expect.poll(async () => (await cards()).map((of) => of.length)).toEqual([1, 3, 1]);
    await expect.poll(() => drawing.connectors()).toBe(6);

    // The planted fault is named, and mended.
    await drawing.expectProblems(/Confirm[\s\S]*problm/);
    await drawing.select('Confirm');
    await drawing.setText('You have selected {problem}.');
    await drawing.expectProblems();
    await drawing.preview('Billing', 'You have selected Billing.');

    // Published to one of two accounts, it stands there as a Draft, and nowhere else.
    expect(await drawing.publish('Acme', 'First version')).toBe(1);
    const elsewhere = await open('/console/interactions', other.administrator);
    await elsewhere.getByText('No Interactions yet').waitFor();
    const office = await open('/console/interactions', administrator);
    await office
      .getByRole('row', { name: /Problem type/ })
      .getByText('Draft 1')
      .waitFor();

    // An administrator runs it from the server, comments on the page, and requests a change.
    await openActions(office, hand, 'Problem type');
    await hand.press(office.getByRole('menuitem', { name: 'Run version 1 as test' }));
    const player = office.locator('waymark-player');
    await hand.press(player.getByRole('button', { name: /Orders/ }));
    await player.locator('.read-aloud').getByText('You have selected Orders.').waitFor();
    await hand.write(office.getByRole('textbox', { name: /What should the designer know/ }), 'Thank the caller first.');
    await hand.press(office.getByRole('button', { name: 'Add comment' }));
    await office.getByText('Thank the caller first.').last().waitFor();
    await decide(office, hand, 'Request changes', 'Request changes', 'Say thank you.');

    // The designer sees it, changes the text, and publishes again; approved, it goes live.
    await drawing.page.reload();
    await drawing.expectTalk('Thank the caller first.');
    await drawing.select('Confirm');
    await drawing.setText('Thank you. You have selected {problem}.');
    expect(await drawing.publish('Acme', 'Says thank you')).toBe(2);
    const id = new URL(office.url()).pathname.split('/')[3] as InteractionId;
    await office.goto(`${url}/console/interactions/${id}/versions`);
    await decide(office, hand, 'Approve and go live', 'Approve version 2 and go live');
    await office.getByText('Version 2 is live').waitFor();

    // An agent is guided through it, by keys alone, with different answers.
    const desk = await open('/desk', agent, { clock: 'own' });
    const taken = await takeCalls(desk, clock);
    const undisturbed = await agent.start(id);

    // Every number of the report is a recount of the log.
    // The first round may have begun before the last step; the second has not.
    for (const _round of [1, 2]) await house.server.services.replica?.feed();
    await recount(administrator, id, [...taken, undisturbed.id]);
    await office.goto(`${url}/console/interactions/${id}/reports?view=flow&measure=over-target`);
    const figures = office.getByRole('grid', { name: 'Figures of every element' });
    const row = figures.getByRole('row', { name: /Problem/ }).first();
    await expect.poll(() => row.innerText()).toContain(String(CALLS + 1));

    // An element is over its target: a change is requested from there, the designer finds it, a version names it.
    await hand.press(hand.name === 'pointer' ? office.getByRole('option', { name: /^Question: Problem/ }) : row);
    await hand.press(office.getByRole('button', { name: 'Request a change' }));
    const wish = 'Ask in fewer words';
    await hand.write(office.getByRole('textbox', { name: /What should change/ }), wish);
    await hand.choose(office.getByRole('dialog').getByRole('button', { name: /Owner/ }), /designer/i);
    await hand.press(office.getByRole('dialog').getByRole('button', { name: /^Request/ }));
    await office.getByText('Change requested for “Problem”').waitFor();
    await drawing.page.goto(`${url}/designer?account=${acme.id}`);
    await drawing.page.getByText(wish).waitFor();
    await drawing.page.goBack();
    await drawing.expectTalk(wish);
    await drawing.select('Problem');
    await drawing.setText('What is it about?');
    expect(await drawing.publish('Acme', 'Shorter', wish)).toBe(3);
    await office.goto(`${url}/console/interactions/${id}/versions`);
    await decide(office, hand, 'Approve and go live', 'Approve version 3 and go live');
    await office.getByText('Version 3 is live').waitFor();
    await office.goto(`${url}/console/change-requests`);
    await office.getByText(wish).first().waitFor();
    await office
      .getByText(/version 3/i)
      .first()
      .waitFor();

    // The session begun before goes on with the words it began with.
    const later = await agent.look(undisturbed);
    expect(later).toMatchObject({
      interaction: { version: 2 },
      page: { part: { fields: [{ label: 'What type of problem do you have?' }] } },
    });
    const confirmed = await agent.answer(later, 'billing');
    expect(await agent.answer(confirmed)).toMatchObject({ status: 'ended', outcome: 'completed' });

    // Retired, deleted; a Designer may do neither.
    const studio = await open(`/console/interactions/${id}/versions`, designer);
    await studio.getByText('Version 3').first().waitFor();
    for (const act of ['Retire', 'Delete version', 'Delete Interaction']) {
      expect(await studio.getByRole('menuitem', { name: act }).count()).toBe(0);
    }
    const { status } = await designer.send('DELETE', `/api/v1/accounts/${acme.id}/interactions/${id}`);
    expect(status).toBe(403);
    await office.goto(`${url}/console/interactions/${id}/versions`);
    await hand.press(office.getByRole('button', { name: 'More actions for version 3' }));
    await hand.press(office.getByRole('menuitem', { name: 'Retire' }));
    await hand.press(office.getByRole('button', { name: 'Retire version 3' }));
    await office.getByText('Version 3 is retired').waitFor();
    await office.goto(`${url}/console/interactions`);
    await openActions(office, hand, 'Problem type');
    await hand.press(office.getByRole('menuitem', { name: 'Delete Interaction' }));
    await hand.press(office.getByRole('button', { name: 'Move to trash' }));
    await office.getByText('No Interactions yet').waitFor();
  });
});

/** Opens the menu of a row; without a pointer the arrows lead along the row to its button. */
async function openActions(page: Page, hand: Hand, name: string): Promise<void> {
  const button = page.getByRole('button', { name: `Actions for ${name}` });
  if (hand.name === 'pointer') return button.click();
  await page.getByRole('row', { name: new RegExp(name) }).focus();
  const isThere = () => button.evaluate((element) => element === document.activeElement);
  for (let cell = 0; cell < 20 && !(await isThere()); cell++) await page.keyboard.press('ArrowRight');
  return page.keyboard.press('Enter');
}

/** Presses the act of the version that is shown and confirms it, with a reason where one is asked for. */
async function decide(page: Page, hand: Hand, act: string, confirm: string, reason?: string): Promise<void> {
  await hand.press(page.getByRole('button', { name: new RegExp(`^${act}(: version \\d+)?$`) }).first());
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await hand.write(dialog.getByRole('textbox'), reason);
  await hand.press(dialog.getByRole('button', { name: confirm, exact: true }));
  await dialog.waitFor({ state: 'detached' });
}

/** One call after the other: find it, a digit for the choice, Enter at the end, S to start again. Ids of the sessions. */
async function takeCalls(desk: Page, clock: SteppedClock): Promise<SessionId[]> {
  const random = seededRandom(30);
  const passes = async (seconds: number) => {
    clock.advance(seconds * 1000);
    await desk.clock.fastForward(seconds * 1000);
  };
  const sessions: SessionId[] = [];
  const player = desk.locator('waymark-player:visible');
  await desk.getByRole('heading', { name: 'Start a call' }).waitFor();
  await desk.getByText('Problem type').first().waitFor();
  await desk.keyboard.type('prob');
  await desk.keyboard.press('Enter');
  for (let call = 0; call < CALLS; call++) {
    await player.locator('.read-aloud').getByText('What type of problem do you have?').waitFor();
    sessions.push(new URL(desk.url()).pathname.split('/')[2] as SessionId);
    await passes(5 + Math.floor(random.next() * 20));
    const choice = Math.floor(random.next() * CHOICES.length);
    await desk.keyboard.press(String(choice + 1));
    await player.locator('.read-aloud').getByText(`Thank you. You have selected ${CHOICES[choice]}.`).waitFor();
    await passes(2 + Math.floor(random.next() * 5));
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: 'Start again' }).waitFor();
    if (call + 1 < CALLS) await desk.keyboard.press('s');
  }
  return sessions;
}

/** Compares the summary and the flow report, number by number, with the visits that the log tells of. */
async function recount(who: Person, interaction: InteractionId, sessions: readonly SessionId[]): Promise<void> {
  const account = { account: who.account };
  const logs = await Promise.all(
    sessions.map(async (session) => {
      const { items } = await who.call(sessionRoutes.steps, { ...account, session });
      return { session, events: items.flatMap(({ events }) => events) };
    }),
  );
  const visits = logs.flatMap(({ session, events }) => visitsOf(session, events));
  const ended = logs.filter(({ events }) => events.some(({ kind }) => kind === 'ended')).length;
  const summary = await who.call(reportRoutes.summary, account, { query: { interaction } });
  expect(summary).toMatchObject({
    started: sessions.length,
    completed: ended,
    running: sessions.length - ended,
    quit: 0,
    timedOut: 0,
    transferred: 0,
    failed: 0,
    byOutcome: [{ outcome: 'completed', sessions: ended }],
  });
  const flow = await who.call(reportRoutes.flow, account, { query: { interaction } });
  const elements = new Set(visits.map(({ element }) => element));
  expect(new Set(Object.keys(flow.elements))).toEqual(elements);
  for (const element of elements) {
    const here = visits.filter((visit) => visit.element === element);
    const left = here.filter(({ leftAt }) => leftAt !== null);
    const byExit = groupBy(
      left.filter(({ exit }) => exit !== 'end'),
      ({ exit }) => exit ?? '',
    );
    const figures = flow.elements[elementOf(element)];
    expect(figures).toMatchObject({
      entered: here.length,
      endedHere: left.filter(({ exit }) => exit === 'end').length,
      stillHere: here.length - left.length,
      leftByExit: Object.fromEntries(byExit.map(([exit, of]) => [exit, of.length])),
    });
    const { n, mean, p50, p90 } = distributionOf(left.map(({ active }) => active));
    const { time } = figures ?? {};
    expect([time?.n, time?.mean, time?.p50, time?.p90]).toEqual([
      n,
      ...[mean, p50, p90].map((one) => (one === null ? null : expect.closeTo(one, 5))),
    ]);
    if (figures?.target) {
      const over = left.filter(({ active }) => active > TARGET_SECONDS * 1000).length;
      expect(figures.overTarget).toEqual({ n: over, share: expect.closeTo(over / left.length, 9) });
      expect(over).toBeGreaterThan(0);
    }
  }
}
