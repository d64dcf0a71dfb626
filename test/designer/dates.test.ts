import { expect, test } from 'vitest';
import { openDrawing } from './open-drawing.ts';
import { PATIENCE } from './page-driver.ts';
import { tested } from './tests-page.ts';

test.each([
  ['en-US', /Designer · [A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d\s[AP]M/],
  ['de-DE', /Designer · \d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d$/m],
])(
  'dates are written as they are where the reader is: %s',
  async (locale, date) => {
    const page = await openDrawing(tested(), 'Problem', { locale });
    await page.getByRole('toolbar', { name: 'Panels' }).getByRole('button', { name: 'Comments' }).press('Enter');
    const comments = page.getByRole('region', { name: 'Comments' });
    await comments.getByRole('textbox', { name: 'Comment on “Problem”' }).fill('Too long');
    await comments.getByRole('button', { name: 'Comment', exact: true }).press('Enter');
    await comments.getByRole('button', { name: 'Resolve: Too long' }).waitFor();
    expect(await comments.innerText()).toMatch(date);
  },
  PATIENCE,
);
