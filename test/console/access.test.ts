import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { walkByTab } from '#test/browser/focus.ts';
import { problemsOf } from '#test/browser/pages.ts';
import { sidewaysOverflow, smallTargets } from '#test/browser/targets.ts';
import { type Office, openConsole, openOffice, PATIENCE } from './console-driver.ts';
import { PAGES } from './every-page.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

/** Cards of a map are as small as it is zoomed out; the table below has the same elements in full size. */
const isNoCard = (target: string) => !target.includes('map-card');

describe.each(PAGES)('the page %s', (name, path, complete) => {
  test.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)(
    'is free of barriers in the %s theme at %i px',
    async (theme, width) => {
      const page = await openConsole(office, office.administrator, path(office), { theme, width });
      await page.locator(complete).first().waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect((await smallTargets(page)).filter(isNoCard)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
      // The walk takes a second stop inside the player for its own end: the player's tests walk there.
      if (width === 1280 && name !== 'test run') await expectWalkByTab(page);
      expect(problemsOf(page)).toEqual([]);
    },
    PATIENCE,
  );
});

/** The Tab key reaches whatever can be used, with a ring on what has the focus. */
async function expectWalkByTab(page: Page): Promise<void> {
  const { unseen, missed } = await walkByTab(page);
  // What has the focus inside the player, its own tests look at; the skip link is still sliding away.
  const isOther = (stop: string) => stop.startsWith('waymark-player') || stop.includes('wm-shell-skip');
  expect(unseen.filter((stop) => !isOther(stop))).toEqual([]);
  // One stop a group: arrows walk what belongs together.
  expect(missed.filter((stop) => !stop.startsWith('radio '))).toEqual([]);
}

describe('dialogs', () => {
  test.each(['light', 'dark'] as const)(
    'are free of barriers in the %s theme',
    async (theme) => {
      const { administrator, problem, fault } = office;
      const open = async (path: string, button: string | RegExp) => {
        const page = await openConsole(office, administrator, path, { theme, width: 360 });
        await page.getByRole('button', { name: button }).click();
        const dialog = page.locator('[role=dialog], [role=alertdialog]');
        await dialog.waitFor();
        expect(await accessibilityProblems(page), String(button)).toEqual([]);
        expect((await smallTargets(page)).filter(isNoCard), String(button)).toEqual([]);
        expect(await sidewaysOverflow(page), String(button)).toBe(0);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      };
      await open(`/interactions/${problem.interaction.id}/versions`, 'Approve and go live');
      await open('/administration/people', 'Add a person');
      await open('/administration/api-keys', 'Make an API key');
      await open('/administration/values', 'Add a value');
      await open('/administration/outcomes', 'Add an outcome');
      await open('/administration/connections', 'Add a connection');
      await open('/administration/connections/crm', 'Delete …');
      await open(`/interactions/${fault.interaction.id}/reports?view=flow&element=q_lights`, 'Request a change');
    },
    PATIENCE,
  );
});
