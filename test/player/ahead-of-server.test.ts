import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionRoutes } from '#api/sessions.ts';
import { valueRoutes } from '#api/values.ts';
import { writeInteraction } from '#format/write.ts';
import { builtPages } from '#test/browser/pages.ts';
import { ask, say, texts } from '#test/engine/agent.ts';
import { draw } from '#test/factories/draw.ts';
import { type Account, type House, OPENING, openHouse, type Person } from '#test/server/driver.ts';
import { allKinds } from './all-kinds.ts';
import { holdCommands, read, sessionAt, sitDown, startCall, stepsAhead } from './sit-down.ts';

const SLOW = { timeout: 300_000 };
let house: House;
let account: Account;
let agent: Person;

beforeAll(async () => {
  house = await openHouse({ webFolder: await builtPages() });
  account = await house.account('Northline Broadband');
  agent = await account.person('agent');
  await account.administrator.release(writeInteraction(allKinds()));
}, OPENING + 120_000);

afterAll(() => house?.close());

describe('an agent whose player steps ahead of a real server', () => {
  it('goes on while the line is cut: the answers are kept, sent once, and nothing is asked twice', SLOW, async () => {
    const { page, line } = await sitDown(house, agent);
    await startCall(page);
    await stepsAhead(page);
    await page.keyboard.press('Enter');
    await read(page, 'Are you the holder');
    line.cut();
    await page.keyboard.press('2');
    await page.locator('waymark-player .saving').getByText('No connection').waitFor();
    await read(page, 'What is the problem');
    line.mend();
    await page.locator('waymark-player .saving').getByText('No connection').waitFor({ state: 'detached' });
    await expect.poll(async () => (await agent.look({ id: sessionAt(page) })).seq).toBe(3);
    await read(page, 'What is the problem');
  });

  it(
    'sees the next pages before the server has answered; the log then has every step once and in order',
    SLOW,
    async () => {
      const { page } = await sitDown(house, agent);
      await startCall(page);
      await stepsAhead(page);
      const commands = await holdCommands(page);
      await page.keyboard.press('Enter');
      await read(page, 'Are you the holder');
      // Nobody looks before the next key.
      for (const key of ['1', '3', '1', 'Enter']) await page.keyboard.press(key);
      await read(page, 'Which device');
      const id = sessionAt(page);
      expect(await agent.look({ id })).toMatchObject({ seq: 1 });
      expect(commands.count).toBe(1);
      await page.locator('waymark-player .saving').getByText('Saving').waitFor();
      commands.letGo();
      await expect.poll(async () => (await agent.look({ id })).seq).toBe(5);
      await page.locator('waymark-player .saving').getByText('Saving').waitFor({ state: 'detached' });
      await read(page, 'Which device');
      const { items } = await agent.call(sessionRoutes.steps, { account: account.id, session: id });
      const left = items.flatMap(({ events }) =>
        events.flatMap((event) => (event.kind === 'element-left' && !event.passed ? event : [])),
      );
      expect(left.map(({ element }) => element)).toEqual(['s_welcome', 'q_verified', 'q_problem', 'q_contact_hours']);
    },
  );

  it('ends at the same page after a reload with steps that the server has not got', SLOW, async () => {
    const { page } = await sitDown(house, agent);
    await startCall(page);
    await stepsAhead(page);
    await holdCommands(page);
    for (const key of ['Enter', '1', '3', '2']) await page.keyboard.press(key);
    await read(page, 'When can we reach you');
    await page.unroute('**/commands');
    await page.reload();
    await read(page, 'When can we reach you');
    await page.waitForFunction(
      () =>
        document.querySelector('waymark-player')?.shadowRoot?.querySelector<HTMLInputElement>('input:checked')
          ?.value === 'v2',
    );
    expect(await agent.look({ id: sessionAt(page) })).toMatchObject({ seq: 4 });
  });

  it('is led by the server where it goes another way than was shown, and told what was not taken', SLOW, async () => {
    const value = { key: 'ask_more' as never, label: 'Ask more', type: 'boolean' as const };
    const { administrator } = account;
    await administrator.call(valueRoutes.create, { account: account.id }, { body: { ...value, live: false } });
    const more = draw({
      id: 'int_more',
      name: 'More or less',
      variables: texts('name', 'more'),
      elements: {
        q_name: { ...ask('name'), name: 'Name', text: { en: 'What is your name?' } },
        d_more: { rules: [{ id: 'yes', label: 'Yes', when: 'values.ask_more' }] },
        q_more: { ...ask('more'), text: { en: 'Tell me more' } },
        q_less: { ...ask('more'), text: { en: 'In short?' } },
        s_bye: say('Goodbye'),
      },
      connectors: [
        'q_name -> d_more',
        'd_more.yes -> q_more',
        'd_more.otherwise -> q_less',
        'q_more -> s_bye',
        'q_less -> s_bye',
      ],
    });
    await administrator.release(writeInteraction(more));
    const { page } = await sitDown(house, agent);
    await page.keyboard.type('more or');
    await page.getByText('starts More or less').waitFor();
    await page.keyboard.press('Enter');
    await read(page, 'What is your name?');
    await stepsAhead(page);
    await administrator.call(valueRoutes.change, { account: account.id, value: value.key }, { body: { live: true } });
    const commands = await holdCommands(page);
    await page.keyboard.type('Ann');
    await page.keyboard.press('Enter');
    await read(page, 'In short?');
    await page.keyboard.type('a long tale');
    commands.letGo();
    await read(page, 'Tell me more');
    const notice = page.locator('waymark-player .note-line');
    await notice.getByText('another way than was shown').waitFor();
    await expect.poll(() => notice.innerText()).toContain('Not taken: “a long tale”');
    // The focus is where the page is answered, and nothing of the other page stands there.
    await page.keyboard.type('so');
    await page.keyboard.press('Enter');
    await read(page, 'Goodbye');
    await expect.poll(async () => (await agent.look({ id: sessionAt(page) })).seq).toBe(3);
    expect((await agent.look({ id: sessionAt(page) })).page?.trail).toMatchObject([
      { element: 'q_name', answer: 'Ann' },
      { element: 'q_more', answer: 'so' },
    ]);
  });
});
