import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccountValue, valueRoutes } from '#api/values.ts';
import { writeInteraction } from '#format/write.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { problemsOf } from '#test/browser/pages.ts';
import { draw, text } from '#test/factories/draw.ts';
import { type Office, openConsole, openOffice, PATIENCE } from './console-driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

const read = (key: string) =>
  office.administrator.call(valueRoutes.read, { account: office.account.id, value: key as AccountValue['key'] });

describe('account values', () => {
  test(
    'are added with a key made of their name, found by search, and opened',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/values');
      await page.getByRole('button', { name: 'Add a value' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add a value' });
      await dialog.getByRole('button', { name: 'Add value' }).click();
      await dialog.getByText('Give the value a name.').waitFor();
      await dialog.getByRole('textbox', { name: 'Name' }).fill('Opening hours (UK)');
      await expect.poll(() => dialog.getByRole('textbox', { name: 'Key' }).inputValue()).toBe('opening_hours_uk');
      await dialog.getByRole('textbox', { name: 'English' }).fill('Monday to Friday, 8 am to 8 pm');
      await dialog.getByRole('button', { name: 'Add value' }).click();
      await page.getByRole('heading', { name: 'Opening hours (UK)' }).waitFor();
      await page.getByText('No live version, draft or working copy reads it.').waitFor();
      await page.getByRole('link', { name: 'Values' }).click();
      await page.getByRole('row', { name: /Known-outage notice/ }).waitFor();
      await page.getByRole('searchbox', { name: 'Search values' }).fill('opening');
      await page.getByRole('row', { name: /Known-outage notice/ }).waitFor({ state: 'detached' });
      await page.getByRole('row', { name: /Opening hours/ }).waitFor();
      await page.getByRole('searchbox', { name: 'Search values' }).fill('nothing of the kind');
      await page.getByText('No value matches').waitFor();
      await page.getByRole('button', { name: 'Clear search' }).click();
      await page.getByRole('row', { name: /Known-outage notice/ }).waitFor();
      expect(problemsOf(page)).toEqual([]);
    },
    PATIENCE,
  );

  test.each([
    ['Number', 'Live value', '12.5', 12.5],
    ['Money', 'Live value', '25,50', { amount: '25.50', currency: 'EUR' }],
    ['Time', 'Live value', '17:30', '17:30:00'],
    ['Duration', 'Live value', '20', 'PT20M'],
    ['List of texts', 'Live value', 'Ashford\n\n Torquay ', ['Ashford', 'Torquay']],
  ] as const)(
    'of the type %s are typed in a field of their own and kept as such',
    async (type, field, typed, kept) => {
      const page = await openConsole(office, office.administrator, '/administration/values');
      await page.getByRole('button', { name: 'Add a value' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add a value' });
      await dialog.getByRole('textbox', { name: 'Name' }).fill(`A ${type}`);
      await dialog.getByRole('button', { name: /Type/ }).click();
      await page.getByRole('option', { name: type, exact: false }).first().click();
      await dialog.getByRole('button', { name: 'Add value' }).click();
      if (type !== 'List of texts') {
        await dialog.locator('.wm-field-error').waitFor();
        await dialog.getByLabel(field, { exact: true }).fill(typed);
        await dialog.getByRole('button', { name: 'Add value' }).click();
      }
      await page.getByRole('heading', { name: `A ${type}` }).waitFor();
      if (type === 'List of texts') {
        await page.getByLabel(field, { exact: true }).fill(typed);
        await page.getByRole('button', { name: 'Save value' }).click();
        await page.getByText('Value saved.').waitFor();
      }
      const key = `a_${type.toLowerCase().replaceAll(' ', '_')}`;
      await expect.poll(async () => (await read(key)).live).toEqual(kept);
    },
    PATIENCE,
  );

  test(
    'are changed in each language, with another value for test runs, and tell their history',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/values/outage_notice');
      await page.getByRole('textbox', { name: 'English' }).fill('All lines are up again.');
      await page.getByRole('textbox', { name: 'Spanish' }).fill('');
      await page.getByRole('button', { name: 'Add a language to Live value' }).click();
      await page.getByRole('combobox', { name: 'Language to add to Live value' }).fill('Germ');
      await page.getByRole('option', { name: 'German (de)' }).click();
      await page.getByRole('textbox', { name: 'German' }).fill('Alles geht wieder.');
      await page.getByRole('switch', { name: /Another value in test runs/ }).press('Space');
      const test = page.getByRole('group', { name: 'Value in test runs' });
      await test.getByRole('textbox', { name: 'English' }).fill('This is only a test.');
      await page.getByRole('textbox', { name: /Why it changes/ }).fill('Mended');
      await page.getByRole('button', { name: 'Save value' }).click();
      await page.getByText('Value saved.').waitFor();
      await expect
        .poll(() => read('outage_notice'))
        .toMatchObject({
          live: { en: 'All lines are up again.', de: 'Alles geht wieder.' },
          test: { en: 'This is only a test.', de: 'Alles geht wieder.' },
        });
      const last = page.getByRole('list', { name: 'Changes' }).getByRole('listitem').first();
      await last.getByText('“Mended”').waitFor();
      await expect.poll(() => last.locator('del').first().innerText()).toContain('English: Lines are down');
      await expect.poll(() => last.locator('ins').first().innerText()).toContain('German: Alles geht wieder.');
    },
    PATIENCE,
  );

  test(
    'show what somebody else made of them before one’s own change is saved',
    async () => {
      const { administrator, account } = office;
      const body = { key: 'limit' as AccountValue['key'], label: 'Limit', type: 'number' as const, live: 20 };
      await administrator.call(valueRoutes.create, { account: account.id }, { body });
      const page = await openConsole(office, administrator, '/administration/values/limit');
      await page.getByLabel('Live value', { exact: true }).fill('30');
      await page.keyboard.press('Tab');
      await administrator.call(valueRoutes.change, { account: account.id, value: body.key }, { body: { live: 25 } });
      await page.getByText(/changed this value meanwhile/).waitFor();
      await expect.poll(() => page.getByLabel('Live value', { exact: true }).inputValue()).toBe('30');
      await page.getByRole('button', { name: 'Show theirs' }).click();
      await expect.poll(() => page.getByLabel('Live value', { exact: true }).inputValue()).toBe('25');
      await page.getByLabel('Live value', { exact: true }).fill('35');
      await page.getByRole('button', { name: 'Save value' }).click();
      await page.getByText('Value saved.').waitFor();
      await expect.poll(async () => (await read('limit')).live).toBe(35);
    },
    PATIENCE,
  );

  test(
    'show who reads them, and are deleted only by somebody who knows it',
    async () => {
      const { administrator, account } = office;
      const body = {
        key: 'hot_line' as AccountValue['key'],
        label: 'Hot line',
        type: 'text' as const,
        live: { en: '0800 123' },
      };
      await administrator.call(valueRoutes.create, { account: account.id }, { body });
      const drawn = draw({
        name: 'Storm greeting',
        elements: { s_a: { name: 'Greeting', text: text('Call {values.hot_line}') } },
      });
      await administrator.release(writeInteraction({ ...drawn, id: 'int_storm' as InteractionId }));
      const page = await openConsole(office, administrator, '/administration/values/hot_line');
      await page.getByRole('link', { name: 'Storm greeting' }).waitFor();
      await page.getByText('Greeting: Text').waitFor();
      await page.getByRole('button', { name: 'Delete' }).click();
      const dialog = page.getByRole('alertdialog', { name: 'Delete “Hot line”?' });
      await dialog.getByText('It is in use').waitFor();
      await expect.poll(() => dialog.getByRole('button', { name: 'Delete value' }).isDisabled()).toBe(true);
      await dialog.getByRole('checkbox', { name: 'Delete it all the same' }).press('Space');
      await dialog.getByRole('button', { name: 'Delete value' }).click();
      await page.getByRole('row', { name: /Known-outage notice/ }).waitFor();
      expect(await page.getByRole('row', { name: /Hot line/ }).count()).toBe(0);
    },
    PATIENCE,
  );

  test(
    'are seen and not changed by designers, and not even seen by others',
    async () => {
      const page = await openConsole(office, office.designer, '/administration/values/outage_notice');
      await page.getByText('Administrators change account values.').waitFor();
      await expect.poll(() => page.getByRole('textbox', { name: 'Name' }).isDisabled()).toBe(true);
      expect(await page.getByRole('button', { name: /Save|Delete/ }).count()).toBe(0);
      const other = await openConsole(office, office.reviewer, '/administration/values');
      await other.getByRole('tab', { name: 'Account' }).waitFor();
      expect(await other.getByRole('tab', { name: 'Values' }).count()).toBe(0);
    },
    PATIENCE,
  );

  test(
    'say why they cannot be shown, and how to try again',
    async () => {
      const page = await openConsole(office, office.administrator, '/administration/account');
      await page.getByRole('button', { name: 'Save account' }).waitFor();
      const gone = { status: 500, contentType: 'application/problem+json', json: failure };
      await page.route(/\/values(\?|$)/, (route) => route.fulfill(gone));
      await page.getByRole('tab', { name: 'Values' }).click();
      await page.getByText('Something went wrong in the server').waitFor();
      await page.unroute(/\/values(\?|$)/);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('row', { name: /Known-outage notice/ }).waitFor();
    },
    PATIENCE,
  );
});

const failure = {
  type: 'about:blank',
  title: 'Something went wrong in the server',
  status: 500,
  code: 'server.failed',
  detail: 'Try again.',
  request: 'r',
};
