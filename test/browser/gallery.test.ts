import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { walkByTab } from './focus.ts';
import { openGallery, PATIENCE } from './open-gallery.ts';
import { problemsOf } from './pages.ts';
import { sidewaysOverflow, smallTargets } from './targets.ts';

describe.each(['light', 'dark'] as const)('the components in the %s theme', (theme) => {
  test.each([320, 1280])(
    'are accessible, large enough and fit a window of %i px',
    async (width) => {
      const page = await openGallery({ theme, width });
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(problemsOf(page)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'are accessible while something is open over the page',
    async () => {
      const page = await openGallery({ theme });
      const overlays = [
        { button: 'More', content: page.getByRole('menu') },
        { button: 'Rename by popover', content: page.getByRole('dialog') },
        { button: 'Save a named version', content: page.getByRole('dialog') },
        { button: 'Delete', content: page.getByRole('alertdialog') },
        { button: 'Find a topic by typing', content: page.getByRole('dialog') },
        { button: 'Account: Northwind Telecom', content: page.getByRole('menu') },
        { button: /^Ines Okafor/, content: page.getByRole('menu') },
        { button: /^Billing Team/, content: page.getByRole('listbox') },
      ];
      for (const { button, content } of overlays) {
        await page.getByRole('button', { name: button, exact: true }).last().click();
        await content.waitFor();
        expect(await accessibilityProblems(page, 'body > :not(#root)'), String(button)).toEqual([]);
        expect(await smallTargets(page), String(button)).toEqual([]);
        await page.keyboard.press('Escape');
        await content.waitFor({ state: 'detached' });
      }
    },
    PATIENCE,
  );
});

test.each([360, 1280])(
  'the keyboard reaches every component in a window of %i px, and shows where it is',
  async (width) => {
    const page = await openGallery({ width });
    const walk = await walkByTab(page);
    expect(walk.missed).toEqual([]);
    expect(walk.unseen).toEqual([]);
    expect(walk.stops[0]).toBe('a Skip to content');
  },
  PATIENCE,
);

test(
  'text of twice the size still fits',
  async () => {
    const page = await openGallery({});
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await sidewaysOverflow(page)).toBe(0);
  },
  PATIENCE,
);
