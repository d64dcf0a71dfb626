import { test } from 'vitest';
import { builtPages, newPage, problemsOf } from '../browser/pages.ts';
import { servePages } from '../browser/serve-pages.ts';

test('look', async () => {
  const page = await newPage({
    theme: process.env.THEME === 'dark' ? 'dark' : 'light',
    width: Number(process.env.W ?? 1280),
  });
  const url = await servePages(await builtPages());
  await page.goto(`${url}/designer`);
  await page.getByRole('button', { name: 'New Interaction' }).click();
  await page.getByText('Begin with what is said').waitFor();
  await page.screenshot({ path: '/tmp/shots/1.png' });
  await page.getByRole('button', { name: 'Insert Question' }).last().click();
  await page.keyboard.type('Problem');
  await page.keyboard.press('Enter');
  await page.screenshot({ path: '/tmp/shots/2.png' });
  for (const name of ['Billing', 'Technical', 'Something else']) {
    await page.keyboard.press('c');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  }
  await page.screenshot({ path: '/tmp/shots/3.png' });
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('s');
  await page.keyboard.type('Confirm');
  await page.keyboard.press('Tab');
  await page.keyboard.type('You have selected {prob');
  await page.screenshot({ path: '/tmp/shots/4.png' });
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+1');
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/shots/5.png' });
  await page.getByRole('button', { name: 'Problems: 1' }).click();
  await page.getByRole('button', { name: 'Preview', exact: true }).first().waitFor();
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/shots/6.png' });
  await page
    .getByRole('button', { name: /Problem$/ })
    .first()
    .click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('What type of problem do you have?');
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/shots/7.png' });
  await page.keyboard.press('Control+/');
  await page.waitForTimeout(800);
  await page.screenshot({ path: '/tmp/shots/8.png' });
  await page.keyboard.press('Control+k');
  await page.waitForTimeout(600);
  await page.screenshot({ path: '/tmp/shots/9.png' });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Variables' }).click();
  await page.waitForTimeout(600);
  await page.screenshot({ path: '/tmp/shots/10.png' });
  await page.locator('.react-flow').focus();
  await page.keyboard.press('d');
  await page.waitForTimeout(600);
  await page.screenshot({ path: '/tmp/shots/11.png' });
  await page.goto(`${url}/designer`);
  await page.waitForTimeout(800);
  await page.screenshot({ path: '/tmp/shots/12.png' });
  console.log(problemsOf(page));
}, 120_000);
