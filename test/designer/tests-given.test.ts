import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { draw, text } from '#test/factories/draw.ts';
import { accessibilityProblems } from '../browser/axe.ts';
import { sidewaysOverflow, smallTargets } from '../browser/targets.ts';
import { openDrawing, savedFile } from './open-drawing.ts';
import { faults, PATIENCE, SOON } from './page-driver.ts';
import { openTests, panel, row } from './tests-page.ts';

/** By day it says what is known of outages and asks for an age, in two languages; in the evening it is closed. */
const HOURS = draw({
  name: 'Hours',
  languages: ['en', 'de'],
  variables: { age: { type: 'number', label: 'Age' } },
  elements: {
    d_open: { name: 'Open', logic: { form: 'rules', rules: [{ id: 'open', label: 'Open', when: 'now().hour < 18' }] } },
    q_age: {
      name: 'Age',
      text: { en: 'How old are you? {values.outage_notice}', de: 'Wie alt sind Sie? {values.outage_notice}' },
      answer: { kind: 'number', variable: 'age', min: 0 },
    },
    s_shut: { name: 'Closed', text: { en: 'We are closed.', de: 'Wir haben geschlossen.' } },
    s_bye: { name: 'Bye', text: text('Bye') },
  },
  connectors: ['d_open.open -> q_age', 'd_open.otherwise -> s_shut', 'q_age -> s_bye'],
});

async function give(page: Page, what: string): Promise<void> {
  const list = panel(page).getByRole('button', { name: /give a value/i });
  await list.focus();
  await page.keyboard.press('Enter');
  const option = page.getByRole('option', { name: what, exact: true });
  await option.focus();
  await page.keyboard.press('Enter');
  await option.waitFor({ state: 'detached' });
}

async function newTest(page: Page): Promise<Locator> {
  await openTests(page);
  await panel(page).getByRole('button', { name: 'New test' }).press('Enter');
  const made = row(page, 'Test');
  await made.getByRole('group', { name: 'Given at the start' }).waitFor();
  return made;
}

async function run(what: Locator, state: string): Promise<void> {
  await what.getByRole('button', { name: 'Run “Test”' }).press('Enter');
  await expect.poll(() => what.locator('.panel-test-state').innerText(), SOON).toBe(state);
}

test(
  'a test is given language, moment, zone and account values by keys, and expects words',
  async () => {
    const page = await openDrawing(HOURS, 'Open');
    const made = await newTest(page);
    const given = made.getByRole('group', { name: 'Given at the start' });
    expect(await given.getByRole('button', { name: /^Remove/ }).count()).toBe(0);
    await given.getByText('Read from the account, and empty in this test: “outage_notice”.').waitFor();

    await give(page, 'Language');
    await given.getByRole('button', { name: /German/ }).waitFor();
    await give(page, 'Date and time of the run');
    await given.getByLabel('Time (UTC)').fill('09:30');
    await give(page, 'Time zone');
    const zone = given.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('Berlin');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await given.getByLabel('Time (Europe/Berlin)').waitFor();
    await give(page, 'outage_notice');
    await given.getByRole('textbox', { name: 'outage_notice' }).fill('Ostring ohne Strom');
    await expect.poll(() => given.innerText(), SOON).not.toContain('empty in this test');

    await made.getByRole('button', { name: 'Expect words on a page' }).press('Enter');
    await made.getByRole('textbox', { name: 'Shown on the way' }).fill('Wie alt sind Sie? Ostring ohne Strom');
    await run(made, 'Passed');
    await given.getByLabel('Time (Europe/Berlin)').fill('18:00');
    await run(made, 'Failed');
    const why = made.getByRole('list', { name: 'Why it failed' });
    await expect.poll(() => why.innerText()).toBe('“Wie alt sind Sie? Ostring ohne Strom” was never shown.');
    await made.getByRole('textbox', { name: 'Shown on the way' }).fill('Wir haben geschlossen.');
    await run(made, 'Passed');

    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    const { tests } = await savedFile(page);
    expect(Object.values(tests as object)).toEqual([
      {
        name: 'Test',
        given: {
          language: 'de',
          now: expect.stringMatching(/^\d{4}-\d\d-\d\dT18:00:00$/),
          timeZone: 'Europe/Berlin',
          values: { outage_notice: 'Ostring ohne Strom' },
        },
        answers: [],
        expect: { shows: ['Wir haben geschlossen.'] },
      },
    ]);
    await given.getByRole('button', { name: 'Remove Language' }).press('Enter');
    await run(made, 'Failed');
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'an answer may have to be refused, and a page to show words; what differs says so',
  async () => {
    const page = await openDrawing(HOURS, 'Open');
    const made = await newTest(page);
    await give(page, 'Date and time of the run');
    await made.getByRole('button', { name: 'Add answer' }).press('Enter');
    const answer = made.getByRole('group', { name: 'Answer 1' });
    await answer.getByText('Something is answered').click();
    await answer.getByRole('textbox', { name: 'Answer' }).fill('7');
    await page.keyboard.press('Tab');
    await answer.getByText('Expected here').press('Enter');
    await answer.getByText('It has to be refused').click();
    await run(made, 'Failed');
    const why = made.getByRole('list', { name: 'Why it failed' });
    await expect.poll(() => why.innerText()).toMatch(/Age takes 7,\s+which had to be refused\./);
    await answer.getByRole('textbox', { name: 'Answer' }).fill('-7');
    await page.keyboard.press('Tab');
    await run(made, 'Passed');
    await answer.getByRole('textbox', { name: /Words of the message/ }).fill('too old');
    await answer.getByRole('button', { name: 'Expect words on this page' }).press('Enter');
    await answer.getByRole('textbox', { name: 'Shown on the page' }).fill('How tall are you?');
    await run(made, 'Failed');
    const said = (await why.innerText()).replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/Words are missing on Age Expected How tall are you\? Seen How old are you\?/);
    expect(said).toMatch(/Age refuses the answer in other words Expected too old Seen /);
    expect(await smallTargets(page)).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
    const { tests } = await savedFile(page);
    expect(Object.values(tests as object)).toEqual([
      expect.objectContaining({
        answers: [{ at: 'q_age', answer: -7, refused: 'too old', shows: ['How tall are you?'] }],
      }),
    ]);
    expect(faults(page)).toEqual([]);
  },
  PATIENCE,
);

test(
  'what is given fits a telephone, light and dark',
  async () => {
    for (const theme of ['light', 'dark'] as const) {
      const page = await openDrawing(HOURS, 'Open', { width: 360, height: 740, theme });
      const made = await newTest(page);
      for (const what of ['Language', 'Date and time of the run', 'Time zone', 'outage_notice', 'Agent’s name']) {
        await give(page, what);
      }
      await made.getByRole('textbox', { name: 'Agent’s name' }).fill('Ann');
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
    }
  },
  PATIENCE,
);
