import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Office, openConsole, openOffice, PATIENCE } from './console-driver.ts';
import { knownReports } from './known-reports.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

const reportsOf = (query: string) => `/interactions/${office.fault.interaction.id}/reports?${query}`;

describe('reports', () => {
  test(
    'write numbers and shares as the reader does',
    async () => {
      const { summary } = knownReports();
      for (const [locale, share, other] of [
        ['de-DE', /\d\s%/, /\d%/],
        ['en-US', /\d%/, /\d\s%/],
      ] as const) {
        const page = await openConsole(office, office.administrator, reportsOf(''), { locale });
        const started = summary.started.toLocaleString(locale);
        await page.getByRole('button', { name: `${started}: show the sessions, started` }).waitFor();
        const words = await page.getByRole('main').innerText();
        expect(words).toMatch(share);
        expect(words).not.toMatch(other);
      }
    },
    PATIENCE,
  );

  test(
    'say how the sessions went, and lead to the sessions behind a number',
    async () => {
      const { summary } = knownReports();
      const page = await openConsole(office, office.administrator, reportsOf(''));
      await page
        .getByRole('button', { name: `${summary.started.toLocaleString('en')}: show the sessions, started` })
        .waitFor();
      const quit = page.getByRole('button', { name: `${summary.quit}: show the sessions, quit` });
      await quit.click();
      await page.getByRole('button', { name: 'Remove filter: Quit' }).waitFor();
      await page.getByRole('row').nth(1).waitFor();
      await page.goBack();
      await quit.waitFor();
      // Whatever the account calls the outcome of a session: it was completed.
      await page.getByRole('button', { name: `${summary.completed}: show the sessions, completed` }).click();
      await page.getByRole('button', { name: 'Remove filter: Completed' }).waitFor();
      await page.getByRole('row').nth(1).waitFor();
    },
    PATIENCE,
  );

  test(
    'show the same numbers in the table as on the map, sorted as asked',
    async () => {
      const { flow, interaction } = knownReports();
      const page = await openConsole(office, office.administrator, reportsOf('view=flow&measure=usage'));
      const [busiest, figures] =
        Object.entries(flow.elements).toSorted(([, a], [, b]) => b.entered - a.entered)[0] ?? [];
      const name = Object.entries(interaction.elements).find(([id]) => id === busiest)?.[1].name ?? '';
      const entered = (figures?.entered ?? 0).toLocaleString('en');
      const table = page.getByRole('grid', { name: 'Figures of every element' });
      await table.waitFor();
      const first = table.getByRole('row').nth(1);
      await expect.poll(() => first.innerText()).toContain(name);
      await expect.poll(() => first.innerText()).toContain(entered);
      const card = page.getByRole('option', { name: new RegExp(`: ${name}.*${entered}`) });
      await card.first().waitFor({ state: 'attached' });
      await table.getByRole('columnheader', { name: 'Element' }).click();
      const names = () => table.getByRole('rowheader').locator('strong').allInnerTexts();
      const sorted = (await names()).toSorted((a, b) => a.localeCompare(b));
      await expect.poll(names).toEqual(sorted);
    },
    PATIENCE,
  );

  test(
    'keep period, clients and what the colors say in the address',
    async () => {
      const page = await openConsole(office, office.administrator, reportsOf('view=flow'));
      await page.getByRole('radio', { name: 'Median time' }).click();
      await page.getByRole('button', { name: /Period/ }).click();
      await page.getByRole('option', { name: 'Last 7 days' }).click();
      await page.getByRole('button', { name: /Client/ }).click();
      await page.getByRole('option', { name: 'Agent desk' }).click();
      await page.waitForURL((url) => url.searchParams.get('client') === 'agent-desk');
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('measure'), searchParams.get('period')]).toEqual(['time', '7d']);
      const asked = page.waitForRequest(/\/reports\/flow\?.*client=agent-desk/);
      await page.reload();
      const cut = new URL((await asked).url()).searchParams;
      expect(Number(cut.get('to')) - Number(cut.get('from'))).toBe(7 * 86_400_000);
      await expect.poll(() => page.getByRole('radio', { name: 'Median time' }).isChecked()).toBe(true);
    },
    PATIENCE,
  );

  test(
    'open an element’s figures by keyboard alone, from map and table',
    async () => {
      const page = await openConsole(office, office.administrator, reportsOf('view=flow'));
      const map = page.getByLabel(/^Map of Broadband fault/);
      await map.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('complementary', { name: 'Figures of What is wrong' }).waitFor();
      await map.focus();
      await page.keyboard.press('Escape');
      await page.getByRole('complementary').waitFor({ state: 'detached' });
      await page.getByRole('row', { name: /Router lights/ }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('complementary', { name: 'Figures of Router lights' }).waitFor();
    },
    PATIENCE,
  );

  test(
    'say how much evidence a figure has, and warn where it is little',
    async () => {
      const { flow } = knownReports();
      const page = await openConsole(office, office.administrator, reportsOf('view=flow&element=q_lights'));
      const panel = page.getByRole('complementary');
      await panel.getByText(`n = ${flow.elements['q_lights' as never]?.time.n} finished visits`).waitFor();
      expect(await panel.getByText(/^Only/).count()).toBe(0);
      await page.getByRole('row', { name: /Afternoon/ }).click();
      await page
        .getByRole('complementary', { name: 'Figures of Afternoon' })
        .getByText(/^Only \d+ finished visits/)
        .waitFor();
    },
    PATIENCE,
  );

  test(
    'become a change request with the figures that were seen',
    async () => {
      const page = await openConsole(office, office.administrator, reportsOf('view=flow&element=q_line_test'));
      await page.getByRole('button', { name: 'Request a change' }).click();
      const dialog = page.getByRole('dialog', { name: 'Request a change of “Line test”' });
      const median = await dialog.getByText('Median time').locator('xpath=following-sibling::dd[1]').innerText();
      await dialog
        .getByRole('textbox', { name: /What should change/ })
        .fill('Show how to start the line test: median under 15 s.');
      await dialog.getByRole('button', { name: /Owner/ }).click();
      await page.getByRole('option', { name: /^designer/ }).click();
      await dialog.getByRole('button', { name: 'Request change' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page
        .getByRole('tab', { name: /Change requests/ })
        .first()
        .click();
      const card = page.getByRole('article', { name: 'Change request on Line test' });
      await card.getByText('Show how to start the line test: median under 15 s.').waitFor();
      await expect.poll(() => card.innerText()).toContain(`Median time ${median}`);
      await expect.poll(() => card.innerText()).toContain('Open');
      await expect.poll(() => card.getByRole('button', { name: /Owner/ }).innerText()).toMatch(/^designer/);
    },
    PATIENCE,
  );

  test(
    'say why there is nothing to show',
    async () => {
      const page = await openConsole(office, office.administrator, reportsOf(''));
      await page.route(/\/reports\/summary/, (route) =>
        route.fulfill({
          json: {
            ...knownReports().summary,
            started: 0,
            completed: 0,
            timedOut: 0,
            quit: 0,
            running: 0,
            byOutcome: [],
          },
        }),
      );
      await page.getByRole('button', { name: /Period/ }).click();
      await page.getByRole('option', { name: 'Last 90 days' }).click();
      await page.getByText('No sessions in this period').waitFor();
    },
    PATIENCE,
  );
});

describe('one session', () => {
  test(
    'can be followed step by step: pages, answers, values and the place on the map',
    async () => {
      const { administrator, problem } = office;
      const [session] = office.sessions;
      const page = await openConsole(office, administrator, `/sessions/${session?.id}`);
      await page.getByRole('heading', { name: `Session of ${problem.interaction.name}` }).waitFor();
      const steps = page.getByRole('grid', { name: 'Steps' });
      await steps.waitFor();
      await expect.poll(() => steps.getByRole('row').count()).toBe(3);
      await page.getByText('Came to “Problem type”').waitFor();
      await page.locator('waymark-player .read-aloud').getByText('What type of problem do you have?').waitFor();
      await page.getByRole('button', { name: 'Next step' }).click();
      await page.getByText(/Answered “Problem type”: Billing/).waitFor();
      await page.getByText('set here').waitFor();
      await page.locator('[data-element=s_confirm][data-current]').waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Next step' }).click();
      await page.getByText(/Ended at “.*”: Completed/).waitFor();
      await expect.poll(() => page.getByRole('button', { name: 'Next step' }).isDisabled()).toBe(true);
      const again = await openConsole(office, administrator, `/sessions/${session?.id}?step=1`);
      await again.getByText('Step 2 of 3').waitFor();
    },
    PATIENCE,
  );
});

describe('the server’s own reports', () => {
  test(
    'count what has just happened, without a reload',
    async () => {
      const { administrator, problem } = office;
      const reports = `/interactions/${problem.interaction.id}/reports`;
      const page = await openConsole(office, administrator, reports, { reports: 'own' });
      await page.getByRole('button', { name: '3: show the sessions, started' }).waitFor();
      await administrator.start(problem.interaction.id);
      await page.getByRole('button', { name: '4: show the sessions, started' }).waitFor();
      await page.getByRole('tab', { name: 'Flow' }).click();
      await page
        .getByRole('row', { name: /Problem type/ })
        .getByRole('gridcell', { name: '4', exact: true })
        .waitFor();
      await page.locator('.map-card').first().waitFor();
      await page.getByRole('row', { name: /Confirm/ }).press('Enter');
      await page
        .getByRole('complementary', { name: 'Figures of Confirm' })
        .getByText('n = 3 finished visits')
        .waitFor();
      await page.getByRole('button', { name: 'Show all sessions here' }).click();
      const completed = page.getByRole('row').filter({ hasText: 'Completed' });
      await completed.nth(2).waitFor();
      await completed.first().press('Enter');
      await page.getByText('Step 1 of 3').waitFor();
    },
    PATIENCE,
  );
});
