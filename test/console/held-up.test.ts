import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeInteraction } from '#format/write.ts';
import { accessibilityProblems } from '#test/browser/axe.ts';
import { problemsOf } from '#test/browser/pages.ts';
import { draw } from '#test/factories/draw.ts';
import { type Office, openAs, openConsole, openOffice, PATIENCE } from './console-driver.ts';

const greeting = (words: string) =>
  writeInteraction(draw({ id: 'int_greeting', name: 'Greeting', elements: { s_words: { text: { en: words } } } }));

const call = writeInteraction(
  draw({
    id: 'int_call',
    name: 'Call',
    elements: { u_run: { name: 'Greet', interaction: 'int_greeting', inputs: [], outputs: [], outcomes: [] } },
  }),
);

const SENTENCE =
  '“Greeting”, version 1, which this Interaction runs, has 1 error; correct it, publish “Greeting” and make it live, then publish this Interaction again';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.designer.publish(greeting('Hello {nobody}'));
  await office.designer.publish(call);
}, PATIENCE);
afterAll(() => office?.house.close());

describe('a version that runs another one with errors', () => {
  test(
    'says to whoever would approve it what is in the way, leads there, and is approved once that is mended',
    async () => {
      const page = await openConsole(office, office.administrator, '/interactions/int_call/versions');
      const version = page.getByRole('article', { name: 'Version 1' });
      await version.getByText('Version 1 cannot be approved as it stands').waitFor();
      await version.getByText(SENTENCE).waitFor();
      expect(await version.getByRole('button', { name: /Approve/ }).count()).toBe(0);
      expect(await accessibilityProblems(page, 'main')).toEqual([]);
      await version.getByText('Decisions, problems and tests').click();
      await version.getByRole('heading', { name: 'With the Interactions that it runs' }).waitFor();
      await version.getByRole('link', { name: 'Versions of Greeting' }).click();
      await page.getByRole('heading', { name: 'Greeting', level: 1 }).waitFor();
      await page.getByText('It has 1 error; correct it in the designer and publish again').waitFor();

      await office.administrator.release(greeting('Hello.'));
      await office.designer.publish(call);
      await page.goto(`${office.house.server.url}/console/interactions/int_call/versions`);
      const mended = page.getByRole('article', { name: 'Version 2' });
      await mended.getByRole('button', { name: 'Approve and go live' }).click();
      await page.getByRole('button', { name: 'Approve version 2 and go live' }).click();
      await page.getByText('Version 2 is live').first().waitFor();
      expect(problemsOf(page)).toEqual([]);
    },
    PATIENCE,
  );
});

describe('the designer', () => {
  test(
    'tells the same while the Interaction is drawn, and before it is published',
    async () => {
      const broken = greeting('Hello {nobody}').replace('int_greeting', 'int_broken').replace('Greeting', 'Broken');
      await office.designer.publish(broken);
      const draft = call
        .replace('int_call', 'int_drawn')
        .replace('int_greeting', 'int_broken')
        .replace('Call', 'Drawn');
      await office.designer.publish(draft);
      const query = new URLSearchParams({ account: office.account.id, interaction: 'int_drawn' });
      const page = await openAs(office, office.designer, `/designer?${query}`);
      await page.getByRole('button', { name: /^Problems/ }).click();
      const problems = page.getByRole('list', { name: 'Problems' });
      await problems.getByText('“Broken”, version 1, which this Interaction runs, has 1 error').waitFor();
      await problems.getByRole('button', { name: 'Error: Greet' }).click();
      await page.getByRole('button', { name: 'Publish' }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Publish a version' });
      await dialog.getByText('1 error, 0 warnings').waitFor();
      await dialog.getByText('“Broken”, version 1, which this Interaction runs, has 1 error').waitFor();
      await dialog.getByRole('button', { name: 'Publish as draft' }).click();
      await page.getByText('It cannot be approved as it stands').waitFor();

      // Whoever comes back to the window after it was mended elsewhere is told no more of it.
      await office.administrator.release(
        greeting('Hello.').replace('int_greeting', 'int_broken').replace('Greeting', 'Broken'),
      );
      await page.getByRole('button', { name: 'Go on editing' }).click();
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await page.getByText('No problems').waitFor();
      expect(problemsOf(page)).toEqual([]);
    },
    PATIENCE,
  );
});
