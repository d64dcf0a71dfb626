import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeInteraction } from '#format/write.ts';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { refund } from '#test/factories/refund.ts';
import { PASSWORD } from '#test/server/driver.ts';
import { type Office, openConsole, openOffice, PATIENCE } from './console-driver.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, PATIENCE);
afterAll(() => office?.house.close());

describe('a test run', () => {
  test(
    'plays the version, ties each comment to the page it was made on, and leads on to a decision',
    async () => {
      const { reviewer, administrator, problem } = office;
      const of = `/interactions/${problem.interaction.id}/versions/2/test`;
      const page = await openConsole(office, reviewer, of);
      const player = page.locator('waymark-player');
      await player.locator('.read-aloud').getByText('What can we help you with?').waitFor();
      await page.getByRole('heading', { name: 'Comments on “Problem type”' }).waitFor();
      await player.getByRole('button', { name: /Billing/ }).click();
      await page.getByRole('heading', { name: 'Comments on “Confirm”' }).waitFor();
      await page.getByLabel('Variables').getByText('billing').waitFor();
      await page.getByRole('button', { name: 'Add comment' }).click();
      await page.getByText('Write the comment first.').waitFor();
      await page.getByRole('textbox', { name: /What should the designer know/ }).fill('Say it in one sentence.');
      await page.getByRole('button', { name: 'Add comment' }).click();
      await page
        .getByRole('article', { name: /on Confirm/ })
        .getByText('Say it in one sentence.')
        .waitFor();

      const review = await openConsole(office, administrator, `/interactions/${problem.interaction.id}/review`);
      const thread = review.getByRole('article', { name: /on Confirm/ });
      await thread.getByText('Say it in one sentence.').waitFor();
      // Who reviews as well may not look at the run of another reviewer; who administers may.
      await thread.getByRole('link', { name: 'Show the test run' }).waitFor();
      const other = await office.account.person('reviewer');
      const besides = await openConsole(office, other, `/interactions/${problem.interaction.id}/review`);
      const theirs = besides.getByRole('article', { name: /on Confirm/ });
      await theirs.getByText('Say it in one sentence.').waitFor();
      expect(await theirs.getByRole('link').allInnerTexts()).toEqual([]);
      await thread.getByRole('button', { name: 'Reply' }).click();
      await thread.getByRole('textbox', { name: 'Reply' }).fill('Done in the next version.');
      await thread.getByRole('button', { name: 'Send reply' }).click();
      await thread.getByText('Done in the next version.').waitFor();
      await thread.getByRole('button', { name: 'Resolve' }).click();
      await thread.waitFor({ state: 'detached' });
      await review.getByText('Show resolved comments too').click();
      await thread.getByText('Resolved').waitFor();

      const decide = await openConsole(office, administrator, of);
      await decide.getByRole('button', { name: 'Approve and go live' }).click();
      await decide.getByRole('button', { name: 'Approve version 2 and go live' }).click();
      await decide.getByText('Version 2 is live').waitFor();
    },
    PATIENCE,
  );

  test(
    'stays where it is while everything around it is read again',
    async () => {
      const { reviewer, problem } = office;
      const page = await openConsole(office, reviewer, `/interactions/${problem.interaction.id}/versions/2/test`);
      const starts: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url().endsWith('/sessions')) starts.push(request.url());
      });
      const player = page.locator('waymark-player');
      await player.getByRole('button', { name: /Billing/ }).click();
      await player.locator('.read-aloud').getByText('You have selected').waitFor();
      starts.length = 0;
      // After a comment everything on the page is read again, the version too.
      const readAgain = page.waitForResponse((response) =>
        response.url().endsWith(`/interactions/${problem.interaction.id}/versions/2`),
      );
      await page.getByRole('textbox', { name: /What should the designer know/ }).fill('Too long.');
      await page.getByRole('button', { name: 'Add comment' }).click();
      await readAgain;
      expect(starts).toEqual([]);
      await player.locator('.read-aloud').getByText('You have selected').waitFor();
    },
    PATIENCE,
  );

  test(
    'begins again, and in another language',
    async () => {
      const page = await openConsole(
        office,
        office.reviewer,
        `/interactions/${office.problem.interaction.id}/versions/2/test`,
      );
      const player = page.locator('waymark-player');
      await player.getByRole('button', { name: /Billing/ }).click();
      await player.locator('.read-aloud').getByText('You have selected').waitFor();
      await page.getByRole('button', { name: 'Start again' }).click();
      await player.getByRole('button', { name: /Billing/ }).waitFor();
      await page.getByRole('button', { name: /Language/ }).click();
      await page.getByRole('option', { name: 'Spanish' }).click();
      await player.locator('.read-aloud').getByText('¿Qué tipo de problema tiene?').waitFor();
    },
    PATIENCE,
  );
});

describe('a test run of an Interaction with rules, topics and two languages', () => {
  const open = async () => {
    const { designer, reviewer } = office;
    const { interaction, number } = await designer.publish(writeInteraction(refund()));
    const page = await openConsole(office, reviewer, `/interactions/${interaction.id}/versions/${number}/test`);
    const player = page.locator('waymark-player');
    const read = (text: string) => player.locator('.read-aloud').getByText(text).waitFor();
    await read('What is your name?');
    await player.getByRole('textbox').fill('Ann');
    await page.keyboard.press('Enter');
    await read('How much did you pay?');
    await page.keyboard.type('250');
    await page.keyboard.press('Enter');
    await read('Is it urgent?');
    return { page, read };
  };

  test(
    'says in words why it is where it is',
    async () => {
      const { page } = await open();
      await page.keyboard.press('Alt+w');
      const why = page.getByRole('dialog', { name: 'Why am I here: “Urgent”' });
      await why.getByText('“Size” went on by “Large”, because amount is more than 100 (Amount is 250)').waitFor();
      expect(await accessibilityProblems(page, '[role=dialog]')).toEqual([]);
    },
    PATIENCE,
  );

  test(
    'goes to another topic, returns, goes back and straight to the newest page, in another language too',
    async () => {
      const { page, read } = await open();
      await page.keyboard.press('Alt+j');
      await page.getByRole('dialog', { name: 'Go to another topic' }).waitFor();
      await page.keyboard.press('Enter');
      await read('There are no fees.');
      await page.keyboard.press('Alt+r');
      await read('Is it urgent?');
      await page.keyboard.press('Alt+ArrowLeft');
      await read('There are no fees.');
      await page.keyboard.press('Alt+ArrowLeft');
      await read('Is it urgent?');
      await page.keyboard.press('Alt+ArrowLeft');
      await read('How much did you pay?');
      await page.keyboard.press('Alt+l');
      await page.keyboard.press('ArrowDown');
      await read('¿Cuánto pagó?');
      await page.keyboard.press('Alt+End');
      await read('¿Es urgente?');
    },
    PATIENCE,
  );
});

describe('who is not signed in', () => {
  test(
    'signs in and gets where they wanted to go',
    async () => {
      const page = await openConsole(office, office.house.stranger(), '/change-requests?status=open');
      await page.getByRole('textbox', { name: 'E-mail' }).fill(office.reviewer.email);
      await page.getByRole('textbox', { name: 'Password' }).fill('not the right one');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').getByText('The e-mail address or the password is not right').waitFor();
      await expect.poll(() => page.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe(office.reviewer.email);
      await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Change requests', level: 1 }).waitFor();
      expect(new URL(page.url()).searchParams.get('status')).toBe('open');
    },
    PATIENCE,
  );
});
