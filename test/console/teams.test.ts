import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { teamRoutes } from '#api/teams.ts';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { sidewaysOverflow, smallTargets } from '#test/browser/targets.ts';
import { type Office, openConsole, openOffice, PATIENCE } from './console-driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

describe('teams', () => {
  test(
    'of a long name push no column out of sight',
    async () => {
      const { administrator, account } = office;
      const name = 'Rückfragen zur Anschlussübernahme und Vertragsübertragung bei Umzug im Versorgungsgebiet Nord';
      const made = await administrator.call(teamRoutes.create, { account: account.id }, { body: { name } });
      const page = await openConsole(office, administrator, '/administration/teams', { width: 1000 });
      await page.getByRole('row', { name: new RegExp(name) }).waitFor();
      const table = page.locator('.wm-table-scroll');
      expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      await administrator.call(teamRoutes.delete, { account: account.id, team: made.id });
    },
    PATIENCE,
  );

  test(
    'are added by keyboard, with people who are put in and taken out',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/people');
      await page.getByRole('tab', { name: 'Teams' }).press('Enter');
      await page.getByText('No teams yet').waitFor();
      await page.getByRole('button', { name: 'Add a team' }).press('Enter');
      const adding = page.getByRole('dialog', { name: 'Add a team' });
      await adding.getByRole('button', { name: 'Add team' }).press('Enter');
      await adding.getByText('Enter the name that everybody will see.').waitFor();
      await adding.getByRole('textbox', { name: 'Name' }).fill('Front desk');
      await adding.getByRole('button', { name: 'Add team' }).press('Enter');

      const team = page.getByRole('dialog', { name: 'Team “Front desk”' });
      await team.getByText('Nobody is in this team yet.').waitFor();
      const field = team.getByRole('combobox', { name: 'Put somebody in' });
      const list = team.getByRole('list', { name: 'People in Front desk' });
      for (const name of ['designer', 'reviewer']) {
        // Nobody can be typed before the people are read.
        await expect.poll(() => field.isEnabled(), { timeout: PATIENCE }).toBe(true);
        await field.pressSequentially(name);
        await page.getByRole('option', { name: new RegExp(name) }).waitFor();
        await field.press('ArrowDown');
        await field.press('Enter');
        await list.getByText(name).waitFor();
        await expect.poll(() => field.inputValue()).toBe('');
      }
      // What React Aria reads out stands behind the page for a moment, pointing at what it was said of.
      expect(await accessibilityProblems(page, '[role=dialog]')).toEqual([]);
      await list.getByRole('button', { name: /Take designer .* out/ }).press('Enter');
      await list.getByText('designer').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Undo' }).press('Enter');
      await list.getByText('designer').waitFor();
      await team.getByRole('button', { name: 'Done' }).press('Enter');
      const row = page.getByRole('row', { name: /Front desk/ });
      await row.getByText(/designer.*, reviewer/).waitFor();
    },
    PATIENCE,
  );

  test(
    'are renamed, each to a name of its own, and deleted when nothing is handed to them',
    async () => {
      const { administrator, account } = office;
      await account.team('Claims', administrator);
      await account.team('Collections');
      const page = await openConsole(office, administrator, '/administration/teams', { theme: 'dark', width: 360 });
      await page.getByRole('row', { name: /Collections/ }).click();
      const team = page.getByRole('dialog', { name: 'Team “Collections”' });
      await team.getByRole('textbox', { name: 'Name' }).fill('claims');
      await team.getByRole('button', { name: 'Save name' }).click();
      await team.getByText('There is a team of this name already. Choose another name.').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
      await team.getByRole('textbox', { name: 'Name' }).fill('Payments');
      await team.getByRole('button', { name: 'Save name' }).click();
      await page.getByRole('row', { name: /Payments/ }).click();
      await page.getByRole('button', { name: 'Delete team' }).click();
      const asked = page.getByRole('alertdialog', { name: 'Delete “Payments”?' });
      await asked.getByText('The people in it stay in the account').waitFor();
      await asked.getByRole('button', { name: 'Delete team' }).click();
      await page.getByRole('row', { name: /Payments/ }).waitFor({ state: 'detached' });
      const { items } = await administrator.call(teamRoutes.list, { account: account.id });
      expect(items.map(({ name }) => name)).not.toContain('Payments');
    },
    PATIENCE,
  );

  test(
    'are kept while a session waits for them',
    async () => {
      const { administrator, account, problem } = office;
      const agent = await account.person('agent');
      const { id } = await account.team('Second line', agent);
      const session = await agent.start(problem.interaction.id);
      await agent.command(session, { kind: 'transfer', to: { team: id } });
      const page = await openConsole(office, administrator, '/administration/teams');
      await page.getByRole('row', { name: /Second line/ }).click();
      await page.getByRole('button', { name: 'Delete team' }).click();
      const asked = page.getByRole('alertdialog', { name: 'Delete “Second line”?' });
      await asked.getByText(/1 session waits for somebody of it to take it/).waitFor();
      await expect.poll(() => asked.getByRole('button', { name: 'Delete team' }).isDisabled()).toBe(true);
    },
    PATIENCE,
  );

  test(
    'are shown to those who may see people, and whose reports a supervisor reads is said',
    async () => {
      const { account, reviewer } = office;
      const [agent, supervisor] = [await account.person('agent'), await account.person('supervisor')];
      await account.team('Evening shift', agent, supervisor);
      const seen = await openConsole(office, reviewer, '/administration/teams');
      await seen.getByRole('row', { name: /Evening shift/ }).click();
      await seen
        .getByRole('dialog')
        .getByText(/^agent/)
        .waitFor();
      expect(await seen.getByRole('button', { name: 'Delete team' }).count()).toBe(0);
      const reports = await openConsole(office, supervisor, '/reports');
      await reports.getByText('About the sessions of your team: Evening shift.').waitFor();
      const alone = await openConsole(office, await account.person('supervisor'), '/reports');
      await alone.getByText('You are in no team yet').waitFor();
      const analyst = await openConsole(office, await account.person('analyst'), '/reports');
      await analyst.getByText('Reports of each Interaction').waitFor();
      expect(await analyst.getByText('your team').count()).toBe(0);
    },
    PATIENCE,
  );
});
