import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { builtPages, type PageOptions, problemsOf } from '#test/browser/pages.ts';
import { sidewaysOverflow, smallTargets } from '#test/browser/targets.ts';
import { refund } from '#test/factories/refund.ts';
import { focused, openDesk, press } from './desk-driver.ts';

const SLOW = { timeout: 300_000 };
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
});

/** In a call, at the amount, with the name given. */
async function inCall(options: PageOptions = {}) {
  const desk = await openDesk(folder, [refund()], options);
  await desk.goHome();
  await desk.page.keyboard.type('refund');
  await desk.page.getByText('starts').waitFor();
  await press(desk.page, 'Enter');
  await read(desk.page, 'What is your name?');
  await desk.page.keyboard.type('Ann');
  await press(desk.page, 'Enter');
  await read(desk.page, 'How much did you pay?');
  return desk;
}

const read = (page: Page, text: string) => page.locator('waymark-player .read-aloud').getByText(text).waitFor();
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' });

describe('in a call, by the keyboard alone', () => {
  it('goes back, and forward to where it was', SLOW, async () => {
    const { page, service } = await inCall();
    await page.keyboard.type('20');
    await press(page, 'Enter');
    await read(page, 'Is it urgent?');
    await press(page, 'Alt+ArrowLeft');
    await read(page, 'How much did you pay?');
    await press(page, 'Alt+ArrowLeft');
    await read(page, 'What is your name?');
    await press(page, 'Alt+End');
    await read(page, 'Is it urgent?');
    await focused(page, 'Yes');
    await expect.poll(() => service.state('ses_0001').variables).toEqual({ name: 'Ann', amount: 20 });
    expect(problemsOf(page)).toEqual([]);
  });

  it('changes the language, and the desk says which one it is', SLOW, async () => {
    const { page, service } = await inCall();
    await press(page, 'Alt+l');
    await focused(page, 'Language');
    await press(page, 'ArrowDown');
    await read(page, '¿Cuánto pagó?');
    await page.getByRole('region', { name: 'Information' }).getByText('Español').waitFor();
    await expect.poll(() => service.state('ses_0001').language).toBe('es');
  });

  it('goes to another topic and returns, from wherever the focus is', SLOW, async () => {
    const { page } = await inCall();
    await press(page, 'Alt+j');
    await dialog(page, 'Go to another topic').waitFor();
    await page.keyboard.type('fee');
    await page.getByText('1 found').waitFor();
    await press(page, 'Enter');
    await read(page, 'There are no fees.');
    await press(page, 'Control+.');
    await focused(page, 'What the next colleague should know');
    await press(page, 'Alt+r');
    await read(page, 'How much did you pay?');
  });

  it('chooses a topic from the list by arrows, and is told where none fits', SLOW, async () => {
    const { page } = await inCall();
    await press(page, 'Alt+j');
    await dialog(page, 'Go to another topic').waitFor();
    await page.keyboard.type('xyz');
    await page.getByText('No topic fits.').waitFor();
    await press(page, 'Control+a', 'Delete', 'ArrowDown', 'Enter');
    await read(page, 'There are no fees.');
  });
});

describe('why am I here', () => {
  it('is told in words, and the call goes on where it was', SLOW, async () => {
    const { page } = await inCall();
    await press(page, 'Alt+w');
    const why = dialog(page, 'Why am I here: “Amount”');
    await why.getByRole('listitem').getByText('“Name” was answered: Ann').waitFor();
    await expect
      .poll(() => why.getByRole('listitem').allInnerTexts())
      .toEqual([expect.stringMatching(/^Ines Moreno, \d+:\d\d [AP]M\n“Name” was answered: Ann$/)]);
    await press(page, 'Escape');
    await closed(page);
    await focused(page, '');
    await page.keyboard.type('5');
    await press(page, 'Enter');
    await read(page, 'Is it urgent?');
  });

  it('is told after going back: from where, and what had led there at first', SLOW, async () => {
    const { page } = await inCall();
    await page.keyboard.type('20');
    await press(page, 'Enter');
    await read(page, 'Is it urgent?');
    await press(page, 'Alt+ArrowLeft');
    await read(page, 'How much did you pay?');
    await press(page, 'Alt+w');
    await dialog(page, 'Why am I here: “Amount”').getByText('Gone back from “Urgent” to “Amount”').waitFor();
    // The steps of one minute too are told apart by who and when.
    expect(
      await page
        .getByRole('listitem')
        .getByText(/^Ines Moreno, \d+:\d\d [AP]M$/)
        .count(),
    ).toBe(2);
    await dialog(page, 'Why am I here: “Amount”').getByText('“Name” was answered: Ann').waitFor();
  });

  it('says when it cannot be told, and tries again', SLOW, async () => {
    const { page, service } = await inCall();
    service.explains = false;
    await press(page, 'Alt+w');
    await page.getByRole('alert').getByText('The server failed').waitFor();
    service.explains = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('“Name” was answered: Ann').waitFor();
  });
});

describe('a transfer', () => {
  it('goes to a colleague who is found by name, with a note, and leaves the desk free', SLOW, async () => {
    const { page, service } = await inCall();
    await press(page, 'Alt+x');
    await dialog(page, 'Transfer the session').waitFor();
    await focused(page, 'A colleague or a team');
    await page.keyboard.type('oma');
    await page.getByRole('option', { name: 'Omar Haddad' }).waitFor();
    await press(page, 'ArrowDown', 'Enter', 'Tab');
    await page.keyboard.type('Wants to hear about fees');
    await press(page, 'Tab', 'Tab', 'Enter');
    await page.getByText('Handed to Omar Haddad').waitFor();
    await focused(page, 'Find an Interaction');
    expect(service.handedTo('ses_0001')).toEqual({ user: 'usr_omar' });
    await page.getByText('No session is paused or unfinished.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/desk');
  });

  it('goes to a team', SLOW, async () => {
    const { page, service } = await inCall();
    await page.getByRole('button', { name: 'Transfer' }).click();
    await page.getByRole('option', { name: 'Fault desk' }).click();
    await dialog(page, 'Transfer the session').getByRole('button', { name: 'Transfer' }).click();
    await page.getByText('Handed to Fault desk').waitFor();
    expect(service.handedTo('ses_0001')).toEqual({ team: 'tea_faults' });
  });

  it('goes to a number outside: the session is over, and its summary is at hand', SLOW, async () => {
    const { page, service } = await inCall();
    await press(page, 'Alt+x');
    await focused(page, 'A colleague or a team');
    await press(page, 'Escape', 'Shift+Tab', 'Enter');
    await focused(page, '');
    await page.getByText('The session ends here as transferred').waitFor();
    await press(page, 'Enter');
    await page.getByText('Write the number that goes on with the call').waitFor();
    await page.keyboard.type('+49 30 5550123');
    await page.getByRole('textbox', { name: 'Note (optional)' }).fill('Wants the manager');
    await dialog(page, 'Transfer the session').getByRole('button', { name: 'Transfer' }).press('Enter');
    await page.getByText('Handed to +49 30 5550123').waitFor();
    await page.getByRole('textbox', { name: 'Summary' }).waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Summary' }).inputValue()).toContain('Transferred');
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Summary' }).inputValue())
      .toContain('- Put through to +49 30 5550123: Wants the manager');
    expect(service.handedTo('ses_0001')).toEqual({ number: '+49 30 5550123' });
  });

  it('takes along in the note what was begun on the page', SLOW, async () => {
    const { page, service } = await inCall();
    await page.keyboard.type('12.5');
    await press(page, 'Alt+x');
    await focused(page, 'A colleague or a team');
    await page.getByRole('option', { name: 'Omar Haddad' }).click();
    const note = page.getByRole('textbox', { name: 'Note for them' });
    await expect.poll(() => note.inputValue()).toBe('“Amount”, begun and not sent: 12.5');
    await dialog(page, 'Transfer the session').getByRole('button', { name: 'Transfer' }).click();
    await page.getByText('Handed to Omar Haddad').waitFor();
    await expect
      .poll(() => service.state('ses_0001').notes.map(({ text }) => text))
      .toEqual(['“Amount”, begun and not sent: 12.5']);
  });

  it('asks to whom, and can be thought better of', SLOW, async () => {
    const { page, service } = await inCall();
    await press(page, 'Alt+x');
    await focused(page, 'A colleague or a team');
    await press(page, 'Escape', 'Tab', 'Tab', 'Tab', 'Enter');
    await page.getByText('Choose who goes on with the session').waitFor();
    await page.getByRole('button', { name: 'Go on with the call' }).click();
    await closed(page);
    await focused(page, '');
    expect(service.handedTo('ses_0001')).toBeUndefined();
  });

  it('says where there is nobody, and where that cannot be told', SLOW, async () => {
    const { page, service } = await inCall();
    service.receivers = undefined;
    await press(page, 'Alt+x');
    await page.getByRole('alert').getByText('The server failed').waitFor();
    service.receivers = [];
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Nobody else in this account serves customers.').waitFor();
    await page.getByRole('textbox', { name: 'Number outside' }).waitFor();
  });
});

describe.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 360 },
] as const)('what a call offers, $theme, $width px wide', (options) => {
  it('has no fault that axe finds, no small target, and fits', SLOW, async () => {
    const { page } = await inCall(options);
    const look = async (where: string) => {
      expect(await accessibilityProblems(page), where).toEqual([]);
      expect(await smallTargets(page), where).toEqual([]);
      expect(await sidewaysOverflow(page), where).toBe(0);
    };
    await page.keyboard.type('20');
    await press(page, 'Enter');
    await read(page, 'Is it urgent?');
    await press(page, 'Alt+j');
    await dialog(page, 'Go to another topic').waitFor();
    await look('another topic');
    await press(page, 'Enter');
    await read(page, 'There are no fees.');
    await look('after a jump');
    await press(page, 'Alt+r');
    await read(page, 'Is it urgent?');
    await press(page, 'Alt+t', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Enter');
    await read(page, 'What is your name?');
    await page.getByRole('button', { name: 'To the newest page' }).waitFor();
    await look('gone back');
    await press(page, 'Alt+w');
    await page.getByRole('listitem').getByText('Gone back from').waitFor();
    await look('why');
    await press(page, 'Escape');
    await closed(page);
    await press(page, 'Alt+x');
    await focused(page, 'A colleague or a team');
    await press(page, 'Escape');
    await look('a transfer');
  });
});
