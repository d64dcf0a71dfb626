import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interactionRoutes } from '#api/interactions.ts';
import { type Office, openConsole, openOffice, PATIENCE } from './console-driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

describe('administration', () => {
  test(
    'adds a person with roles that say what they can and cannot do, and shuts them out',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/people');
      await page.getByRole('button', { name: 'Add a person' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add a person' });
      await dialog.getByRole('button', { name: 'Add person' }).click();
      await dialog.getByText('Enter the name that colleagues will see.').waitFor();
      await dialog.getByText(/Can: Edit Interactions.*Cannot: .*approve versions/).waitFor();
      await dialog.getByRole('textbox', { name: 'Name' }).fill('Ines Okafor');
      await dialog.getByRole('textbox', { name: 'E-mail' }).fill('ines@example.org');
      await dialog.getByRole('textbox', { name: 'First password' }).fill('correct horse battery');
      await dialog.getByRole('checkbox', { name: 'Designer' }).press('Space');
      await dialog.getByRole('button', { name: 'Add person' }).click();
      await dialog.waitFor({ state: 'detached' });
      const row = page.getByRole('row', { name: /Ines Okafor/ });
      await row.getByText('Agent, Designer').waitFor();
      await row.click();
      const person = page.getByRole('dialog', { name: 'Ines Okafor' });
      await person.getByText('Everything these roles can and cannot do').click();
      await person.getByText('make an approved version live').waitFor();
      await person.getByRole('button', { name: 'Shut out' }).click();
      await row.getByText('Shut out').waitFor();
    },
    PATIENCE,
  );

  test(
    'finds somebody by a part of their name, and says where there is nobody',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/people');
      const people = page.getByRole('grid', { name: 'People of the account' });
      await people.getByRole('row', { name: /reviewer/ }).waitFor();
      await page.getByRole('searchbox', { name: 'Search people' }).fill('REVIEW');
      await people.getByRole('row', { name: /designer/ }).waitFor({ state: 'detached' });
      await people.getByRole('row', { name: /reviewer/ }).waitFor();
      await page.getByRole('searchbox', { name: 'Search people' }).fill('nobody here');
      await page.getByText('Nobody is called “nobody here”').waitFor();
    },
    PATIENCE,
  );

  test(
    'says at once where there is no line, and reads anew when there is',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/people');
      await page.getByRole('row', { name: /reviewer/ }).waitFor();
      await page.context().setOffline(true);
      await page.getByRole('tab', { name: 'API keys' }).click();
      await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
      await page.context().setOffline(false);
      await page.getByText('No API keys').waitFor();
    },
    PATIENCE,
  );

  test(
    'keeps how the account works, and writes who changed it into the audit log',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/account');
      await page.getByRole('textbox', { name: /Time out after/ }).fill('45');
      await page.getByRole('switch', { name: /Approving and going live are separate/ }).press('Space');
      await page.getByRole('button', { name: 'Save account' }).click();
      await page.getByText('Account saved').waitFor();
      await page.reload();
      const minutes = page.getByRole('textbox', { name: /Time out after/ });
      await expect.poll(() => minutes.inputValue()).toBe('45 minutes');
      await page.getByRole('tab', { name: 'Audit log' }).click();
      await page.getByText('changed the settings of Northwind Telecom').waitFor();
      await page.getByText(/idle minutes: 45/).waitFor();
      await page.getByRole('searchbox', { name: /Search by person/ }).fill('nothing of that name');
      await page.getByText('Nothing is recorded of “nothing of that name”').waitFor();
      await page.getByRole('searchbox', { name: /Search by person/ }).fill('northwind');
      await page.getByText('changed the settings of Northwind Telecom').waitFor();
    },
    PATIENCE,
  );

  test(
    'shows an API key once, and withdraws it',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/api-keys');
      await page.getByText('No API keys').waitFor();
      await page.getByRole('button', { name: 'Make an API key' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill('Reports to the data team');
      await page.getByRole('checkbox', { name: 'Analyst' }).press('Space');
      await page.getByRole('button', { name: 'Make key' }).click();
      const shown = page.getByRole('textbox', { name: 'API key' });
      await shown.waitFor();
      const secret = await shown.inputValue();
      expect(secret.length).toBeGreaterThan(20);
      await page.getByRole('button', { name: 'I have stored it' }).click();
      const row = page.getByRole('row', { name: /Reports to the data team/ });
      await row.waitFor();
      expect(await page.content()).not.toContain(secret);
      await row.getByRole('button', { name: 'Withdraw Reports to the data team' }).click();
      await page.getByRole('button', { name: 'Withdraw key' }).click();
      await row.waitFor({ state: 'detached' });
    },
    PATIENCE,
  );

  test(
    'restores what is in the trash',
    async () => {
      const { administrator, account, card } = office;
      await administrator.call(interactionRoutes.delete, { account: account.id, interaction: card.interaction.id });
      const page = await openConsole(office, administrator, '/administration/trash');
      await page.getByRole('button', { name: 'Restore Lost or stolen card' }).click();
      await page.getByText('The trash is empty').waitFor();
      await page.getByRole('link', { name: 'Interactions' }).click();
      await page.getByRole('row', { name: /Lost or stolen card/ }).waitFor();
    },
    PATIENCE,
  );

  test(
    'is not offered to those who may not',
    async () => {
      const page = await openConsole(office, office.designer, '/interactions');
      await page.getByRole('row', { name: /Problem type/ }).waitFor();
      expect(await page.getByRole('link', { name: 'Administration' }).count()).toBe(0);
      const direct = await openConsole(office, office.designer, '/administration/people');
      await direct.getByRole('row', { name: /reviewer/ }).waitFor();
      await expect
        .poll(() => direct.getByRole('tab').allInnerTexts())
        .toEqual(['People', 'Teams', 'Account', 'Values', 'Outcomes']);
      expect(await direct.getByRole('button', { name: 'Add a person' }).count()).toBe(0);
    },
    PATIENCE,
  );
});
