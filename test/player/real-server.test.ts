import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInRoutes } from '#api/sign-in.ts';
import { writeInteraction } from '#format/write.ts';
import { chooseFile } from '#test/browser/choose-file.ts';
import { builtPages, problemsOf } from '#test/browser/pages.ts';
import { refund } from '#test/factories/refund.ts';
import { type Account, type House, OPENING, openHouse, type Person } from '#test/server/driver.ts';
import { PDF } from '#test/server/files.ts';
import { allKinds } from './all-kinds.ts';
import { read, sitDown, startCall } from './sit-down.ts';

const SLOW = { timeout: 300_000 };
const PIN = '820551';
let house: House;
let account: Account;
let agent: Person;
let colleague: Person;

beforeAll(async () => {
  house = await openHouse({ webFolder: await builtPages() });
  account = await house.account('Northline Broadband');
  agent = await account.person('agent');
  colleague = await account.person('agent');
  const publisher = await account.person('interaction-administrator');
  const file = writeInteraction(allKinds());
  const { interaction, number } = await publisher.publish(file, { clients: ['agent-desk', 'web'] });
  await publisher.approve(interaction.id, number);
  const talk = await publisher.publish(writeInteraction(refund()), { clients: ['agent-desk'] });
  await publisher.approve(talk.interaction.id, talk.number);
}, OPENING + 120_000);

afterAll(() => house?.close());

/** A call about a refund, at whether it is urgent. */
async function startRefund(page: Page): Promise<void> {
  await page.keyboard.type('refund');
  await page.getByText('starts Refund').waitFor();
  await page.keyboard.press('Enter');
  for (const [question, answer] of [
    ['What is your name?', 'Ann'],
    ['How much did you pay?', '250'],
  ] as const) {
    await read(page, question);
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
  }
  await read(page, 'Is it urgent?');
}

describe('an agent at the desk of a real server', () => {
  it('signs in, guides a call from beginning to end, and it is kept', SLOW, async () => {
    const { page } = await sitDown(house, agent);
    await startCall(page);
    await page.keyboard.press('Enter');
    await read(page, 'Are you the holder');
    await page.keyboard.press('1');
    await read(page, 'What is the problem');
    await page.keyboard.press('3');
    await read(page, 'When can we reach you');
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await read(page, 'Which device');
    await page.keyboard.press('1');
    await read(page, 'In which town');
    await page.keyboard.type('torq');
    await page.keyboard.press('Enter');
    await read(page, 'What speed');
    await page.keyboard.type('fast');
    await page.keyboard.press('Enter');
    await page.locator('waymark-player .field-problem').getByText('Write a number').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('3.5');
    await page.keyboard.press('Enter');
    await read(page, 'Since which day');
    await page.keyboard.type('11/20/2026');
    await page.keyboard.press('Enter');
    await read(page, 'What number');
    await page.keyboard.type('NB4711');
    await page.keyboard.press('Enter');
    await read(page, 'Is there anything else');
    await page.keyboard.press('Control+Enter');
    await read(page, 'When may our engineer');
    await page.keyboard.type('thu');
    await page.keyboard.press('Enter');
    await read(page, 'What does it keep you from');
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await read(page, 'From which country');
    await page.keyboard.type('portu');
    await page.keyboard.press('Enter');
    await read(page, 'Which languages');
    for (const language of ['eng', 'port']) {
      await page.keyboard.type(language);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Enter');
    for (const [question, typed] of [
      ['How much did you pay', '12.50'],
      ['At what time', '1430'],
      ['When may the second', 'tomorrow 9'],
      ['On which number', '020 7946 0958'],
      ['To which address', 'ana@example.com'],
      ['What is your service PIN', PIN],
    ] as const) {
      await read(page, question);
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
    }
    await read(page, 'Can you send a photo');
    const socket = { name: 'socket.pdf', mimeType: 'text/plain', buffer: Buffer.from(PDF) };
    await chooseFile(page, socket, () => page.keyboard.press('Enter'));
    await page.locator('waymark-player .file-kept').waitFor();
    await page.keyboard.press('Enter');
    await read(page, 'How likely');
    await page.keyboard.press('9');
    await read(page, 'I have noted: Connection drops now and then, in Torquay');
    await read(page, 'You call from Portugal, speak English, Portuguese, and get back £12.50.');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Next call' }).waitFor();
    const session = await agent.look({ id: new URL(page.url()).pathname.split('/')[2] as never });
    expect(session).toMatchObject({ status: 'ended', outcome: 'completed' });
    const kept = await house.server.services.db.selectFrom('files').select(['name', 'type', 'session_id']).execute();
    expect(kept).toEqual([{ name: 'socket.pdf', type: 'application/pdf', session_id: session.id }]);
    const steps = await house.server.services.db.selectFrom('session_steps').select('events').execute();
    expect(JSON.stringify(steps)).not.toContain(PIN);
    // Asking who is signed in before anybody is, and a refused answer, are logged by the browser as failed requests.
    expect(problemsOf(page).filter((text) => !/401|422/.test(text))).toEqual([]);
  });

  it(
    'goes back and forward, to another topic and on in another language, and is told why it is where it is',
    SLOW,
    async () => {
      const { page } = await sitDown(house, agent);
      await startRefund(page);
      await page.keyboard.press('Alt+w');
      const reasons = page.getByRole('dialog', { name: 'Why am I here: “Urgent”' }).getByRole('listitem');
      await reasons.getByText('“Size” went on by “Large”, because amount is more than 100 (Amount is 250)').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      for (const question of ['How much did you pay?', 'What is your name?']) {
        await page.keyboard.press('Alt+ArrowLeft');
        await read(page, question);
      }
      await page.keyboard.press('Alt+End');
      await read(page, 'Is it urgent?');
      await page.keyboard.press('Alt+j');
      await page.getByRole('dialog', { name: 'Go to another topic' }).waitFor();
      await page.keyboard.press('Enter');
      await read(page, 'There are no fees.');
      await page.keyboard.press('Alt+r');
      await read(page, 'Is it urgent?');
      await page.keyboard.press('Alt+l');
      await page.keyboard.press('ArrowDown');
      await read(page, '¿Es urgente?');
      const id = new URL(page.url()).pathname.split('/')[2] as never;
      expect((await agent.look({ id })).page).toMatchObject({ element: 'q_urgent', language: 'es' });
    },
  );

  it('hands a call to a colleague, who finds it with its note and goes on', SLOW, async () => {
    const { page } = await sitDown(house, agent);
    await startRefund(page);
    const name = (await colleague.call(signInRoutes.me, {})).user.name;
    await page.keyboard.press('Alt+x');
    await page.getByRole('combobox', { name: 'To' }).waitFor();
    await page.keyboard.type(name);
    await page.getByRole('option', { name }).waitFor();
    for (const key of ['ArrowDown', 'Enter', 'Tab']) await page.keyboard.press(key);
    await page.keyboard.type('Waits for an offer');
    for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    await page.getByText(`Handed to ${name}`).waitFor();
    await page.getByRole('heading', { name: 'Start a call' }).waitFor();

    const { page: theirs } = await sitDown(house, colleague);
    await theirs.getByText('Paused at Urgent').waitFor();
    await theirs.getByRole('grid', { name: 'Unfinished sessions' }).getByRole('row').first().focus();
    await theirs.keyboard.press('Enter');
    await theirs.locator('waymark-player').getByRole('button', { name: 'Resume' }).click();
    await read(theirs, 'Is it urgent?');
    await theirs.keyboard.press('Alt+w');
    await theirs.getByText('The session was handed over: Waits for an offer').waitFor();
  });

  it('hands a call to a team, of which somebody finds it and takes it', SLOW, async () => {
    await account.team('Offers', colleague);
    const { page } = await sitDown(house, agent);
    await startRefund(page);
    await page.keyboard.press('Alt+x');
    await page.getByRole('combobox', { name: 'To' }).waitFor();
    await page.keyboard.type('Offers');
    await page.getByRole('option', { name: 'Offers' }).waitFor();
    for (const key of ['ArrowDown', 'Enter', 'Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    await page.getByText('Handed to Offers').waitFor();

    const { page: theirs } = await sitDown(house, colleague);
    await theirs.getByRole('row', { name: /Handed to your team at Urgent/ }).click();
    await theirs.locator('waymark-player').getByRole('button', { name: 'Resume' }).click();
    await read(theirs, 'Is it urgent?');
  });

  it('finds the same page and the half-typed answer after a reload', SLOW, async () => {
    const { page } = await sitDown(house, agent);
    await startCall(page);
    for (const [key, next] of [
      ['Enter', 'Are you the holder'],
      ['1', 'What is the problem'],
      ['1', 'When can we reach you'],
    ] as const) {
      await page.keyboard.press(key);
      await read(page, next);
    }
    await page.keyboard.press('2');
    await page.reload();
    await read(page, 'When can we reach you');
    await page.waitForFunction(
      () =>
        document.querySelector('waymark-player')?.shadowRoot?.querySelector<HTMLInputElement>('input:checked')
          ?.value === 'v2',
    );
  });

  it('plays at an address of its own, where the pages’ names are not shown', SLOW, async () => {
    const { page, line } = await sitDown(house, agent);
    await page.goto(`${line.origin}/play/${account.id}/int_broadband_fault`);
    await read(page, 'Good morning');
    await page.waitForURL(/session=/);
    await expect.poll(() => page.title()).toBe('Broadband fault');
    await expect.poll(() => page.locator('waymark-player .title').textContent()).toBe('Broadband fault');
    await page.reload();
    await read(page, 'Good morning');
  });
});
