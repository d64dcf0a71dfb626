import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Interaction } from '#format/interaction.ts';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { builtPages, type PageOptions, problemsOf } from '#test/browser/pages.ts';
import { sidewaysOverflow, smallTargets } from '#test/browser/targets.ts';
import { allKinds } from './all-kinds.ts';
import { focused, openDesk, press } from './desk-driver.ts';

const SLOW = { timeout: 300_000 };
const NAMES = ['Broadband fault', 'Address change', 'Moving home', 'Payment plan'];
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
});

function open(options: PageOptions = {}, names: readonly string[] = NAMES) {
  const base = allKinds();
  return openDesk(
    folder,
    names.map((name, i) => ({ ...base, name, id: i === 0 ? base.id : `int_${i}` }) as Interaction),
    options,
  );
}

/** From the list to the third page of a call. */
async function callToProblem(page: Page): Promise<void> {
  await page.keyboard.type('broad');
  await page.getByText('starts').waitFor();
  await press(page, 'Enter');
  await focused(page, 'Next');
  await press(page, 'Enter');
  await focused(page, 'Yes');
  await press(page, '1');
  await focused(page, 'Slow connection');
}

describe('a call at the desk, by the keyboard alone', () => {
  it('is found by typing, started with Enter, guided, and followed by the next', SLOW, async () => {
    const { page, service, goHome } = await open();
    await goHome();
    await callToProblem(page);
    expect(new URL(page.url()).pathname).toBe('/desk/ses_0001');
    const trail = page.getByRole('navigation', { name: 'Passed pages' });
    await expect.poll(() => trail.textContent()).toMatch(/Welcome[\s\S]*Verification[\s\S]*Yes[\s\S]*Problem/);
    await press(page, '2');
    await focused(page, 'Morning, 8 to 12');
    await press(page, 'Alt+q');
    await page.getByRole('dialog', { name: 'Quit the session' }).waitFor();
    await page.keyboard.type('Customer hung up');
    await press(page, 'Enter');
    await focused(page, 'Next call');
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Summary' }).inputValue())
      .toContain('Problem: No connection at all');
    await expect.poll(() => service.state('ses_0001').outcome).toBe('quit');
    await press(page, 'n');
    await focused(page, 'Find an Interaction');
    expect(new URL(page.url()).pathname).toBe('/desk');
    expect(problemsOf(page)).toEqual([]);
  });

  it('starts the same again with one key after the end', SLOW, async () => {
    const { page, goHome } = await open();
    await goHome();
    await callToProblem(page);
    await press(page, 'Alt+q');
    await page.getByRole('dialog', { name: 'Quit the session' }).waitFor();
    await press(page, 'Enter');
    await focused(page, 'Next call');
    await press(page, 's');
    await focused(page, 'Next');
    expect(new URL(page.url()).pathname).toBe('/desk/ses_0002');
  });

  it('arrows choose from the list; a letter typed there goes to the search', SLOW, async () => {
    const { page, goHome } = await open();
    await goHome();
    await page.getByRole('row', { name: /^Address change/ }).waitFor();
    await press(page, 'ArrowDown', 'ArrowDown');
    await focused(page, 'Address change');
    await page.keyboard.type('mov');
    await focused(page, 'Find an Interaction');
    await page.getByText('starts Moving home').waitFor();
  });

  it('goes back to a passed page from the trail', SLOW, async () => {
    const { page, goHome } = await open();
    await goHome();
    await callToProblem(page);
    await press(page, 'Alt+t', 'ArrowUp', 'Enter');
    await focused(page, 'Next');
    await page.locator('waymark-player .read-aloud').getByText('Good morning').waitFor();
  });

  it('writes a note beside the page, kept half-written over a reload', SLOW, async () => {
    const { page, service, goHome } = await open();
    await goHome();
    await callToProblem(page);
    await press(page, 'Control+.');
    await page.keyboard.type('Prefers mornings');
    await page.reload();
    await page.locator('waymark-player .read-aloud').getByText('What is the problem').waitFor();
    await press(page, 'Control+.');
    await page.keyboard.type(', not Mondays');
    await press(page, 'Control+Enter');
    await page.locator('.desk-note-list').getByText('Prefers mornings, not Mondays').waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'New note' }).inputValue()).toBe('');
    await expect
      .poll(() => service.state('ses_0001').notes.map(({ text }) => text))
      .toEqual(['Prefers mornings, not Mondays']);
    await press(page, 'Control+.');
    await focused(page, 'Slow connection');
  });

  it('pauses with a reason and is gone on with from the list', SLOW, async () => {
    const { page, goHome } = await open();
    await goHome();
    await callToProblem(page);
    await press(page, 'Alt+p');
    await page.getByRole('dialog', { name: 'Pause the session' }).waitFor();
    await page.keyboard.type('Fetches the router');
    await press(page, 'Enter');
    await focused(page, 'Resume');
    await press(page, 'Alt+h');
    await focused(page, 'Find an Interaction');
    await page.getByText('Paused at Problem').waitFor();
    await page.getByRole('grid', { name: 'Unfinished sessions' }).getByRole('row').first().focus();
    await press(page, 'Enter');
    await focused(page, 'Resume');
    await press(page, 'Enter');
    await focused(page, 'Slow connection');
  });

  it('keeps several calls open side by side, each where it stood', SLOW, async () => {
    const { page, goHome } = await open();
    await goHome();
    await callToProblem(page);
    await press(page, 'Alt+h');
    await focused(page, 'Find an Interaction');
    await page.keyboard.type('moving');
    await page.getByText('starts Moving home').waitFor();
    await press(page, 'Enter');
    await focused(page, 'Next');
    await press(page, 'Alt+PageUp');
    await focused(page, 'Slow connection');
    await press(page, 'Alt+PageDown');
    await focused(page, 'Next');
    await page.reload();
    const tabs = page.getByRole('navigation', { name: 'Open sessions' });
    await tabs.getByRole('button', { name: 'Moving home', exact: true }).waitFor();
    await expect.poll(() => tabs.getByRole('button').count()).toBe(5);
  });

  it('shows every key on “?”, but not while somebody types', SLOW, async () => {
    const { page, goHome } = await open();
    await goHome();
    await page.keyboard.type('b?');
    await page.getByText('Nothing fits “b?”').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await press(page, 'Control+a', 'Delete', '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await focused(page, 'Find an Interaction');
    await press(page, 'Tab', 'Tab', '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('when something is in the way', () => {
  it('a session at an address opens as it stands, after a crash too', SLOW, async () => {
    const { page, service, origin } = await open();
    const id = service.start(0);
    service.command(id, { kind: 'answer' });
    await page.goto(`${origin}/desk/${id}`);
    await focused(page, 'Yes');
  });

  it('somebody signed out in the middle of a call signs in over it and goes on', SLOW, async () => {
    const { page, service, goHome } = await open();
    await goHome();
    await callToProblem(page);
    service.signedIn = false;
    await press(page, '2');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.keyboard.type('ines@northline.example');
    await press(page, 'Tab');
    await page.keyboard.type('correct horse battery');
    await press(page, 'Enter');
    await page.locator('waymark-player .read-aloud').getByText('When can we reach you best?').waitFor();
    await expect.poll(() => service.state('ses_0001').variables).toMatchObject({ problem: 'none' });
  });

  it('a server that is away is said on the page, with a way to try again', SLOW, async () => {
    const { page, service, goHome } = await open();
    await goHome();
    service.down = true;
    await page.keyboard.type('broad');
    await page.getByText('starts').waitFor();
    await press(page, 'Enter');
    await page.getByText('The server cannot be reached.').waitFor();
    service.down = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await focused(page, 'Next');
  });

  it(
    'a line that is known to be cut is said at once, and nothing starts by itself when it is there again',
    SLOW,
    async () => {
      const { page, service, goHome } = await open();
      await goHome();
      await callToProblem(page);
      service.down = true;
      await page.context().setOffline(true);
      await press(page, 'Alt+w');
      await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
      await press(page, 'Escape', 'Alt+h');
      await focused(page, 'Find an Interaction');
      await page.keyboard.type('moving');
      await page.getByText('starts').waitFor();
      await press(page, 'Enter');
      await page.getByText('The server cannot be reached.').first().waitFor();
      service.down = false;
      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Try again' }).first().waitFor();
      expect(service.started).toBe(1);
    },
  );

  it('a search of the server that fails is not said to have found nothing', SLOW, async () => {
    const { page, goHome } = await open();
    const list = /\/desk\/interactions\?/;
    let fails = true;
    await page.route(list, async (route) => {
      const isSearch = new URL(route.request().url()).searchParams.has('text');
      const body = (await (await route.fetch()).json()) as object;
      if (!isSearch) await route.fulfill({ json: { ...body, next: 'more' } });
      else if (fails) await route.fulfill({ status: 500, json: { code: 'server.failed', title: 'The server failed' } });
      else await route.fulfill({ json: { items: [] } });
    });
    await goHome();
    await page.keyboard.type('zebra');
    await page.getByText('More Interactions could not be read').waitFor();
    expect(await page.getByText('Nothing fits').count()).toBe(0);
    fails = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Nothing fits “zebra”').waitFor();
  });

  it('Enter pressed before the list is there starts what was typed as soon as it is', SLOW, async () => {
    const { page, service, origin } = await open();
    const letGo = service.hold(/\/desk\/interactions$/);
    await page.goto(`${origin}/desk`);
    await focused(page, 'Find an Interaction');
    await page.keyboard.type('moving');
    await press(page, 'Enter');
    await page.getByText('starts as soon as the list is here').waitFor();
    letGo();
    await focused(page, 'Next');
    await expect.poll(() => page.getByRole('heading', { name: 'Moving home' }).count()).toBe(1);
    expect(service.started).toBe(1);
  });

  it('an account without live Interactions says why the list is empty', SLOW, async () => {
    const { page, goHome } = await open({}, []);
    await goHome();
    await page.getByText('No Interaction is live yet').waitFor();
    await page.getByText('No session is paused or unfinished.').waitFor();
  });

  it('a session that does not exist is told so', SLOW, async () => {
    const { page, origin } = await open();
    await page.goto(`${origin}/desk/ses_9999`);
    await page.getByText('This session does not exist or has been removed.').waitFor();
  });
});

describe.each([
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 360 },
] as const)('the desk, $theme, $width px wide', (options) => {
  it('has no fault that axe finds, no small target, and fits', { timeout: 300_000 }, async () => {
    const { page, service, goHome } = await open(options);
    const look = async (where: string) => {
      expect(await accessibilityProblems(page), where).toEqual([]);
      expect(await smallTargets(page), where).toEqual([]);
      expect(await sidewaysOverflow(page), where).toBe(0);
    };
    service.command(service.start(1, 'practice'), { kind: 'pause' });
    await goHome();
    await page.getByText('Paused at Welcome').waitFor();
    await look('home');
    await page.keyboard.type('xyz');
    await page.getByText('Nothing fits “xyz”').waitFor();
    await look('nothing found');
    await press(page, 'Escape');
    await callToProblem(page);
    await look('a call');
    await press(page, 'Alt+p');
    await page.getByRole('dialog', { name: 'Pause the session' }).waitFor();
    await look('pausing');
    await press(page, 'Escape', 'Alt+q');
    await page.getByRole('dialog', { name: 'Quit the session' }).waitFor();
    await press(page, 'Enter');
    await focused(page, 'Next call');
    await look('the end');
    await press(page, '?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await look('the keys');
  });
});
