import { beforeAll, it } from 'vitest';
import { builtPages, problemsOf } from '#test/browser/pages.ts';
import { servePages } from '#test/browser/serve-pages.ts';
import { allKinds, PAGES } from './all-kinds.ts';
import { PlayerDriver } from './player-driver.ts';

const interaction = allKinds();
let folder: string;
beforeAll(async () => {
  folder = await builtPages();
}, 120_000);
const TYPED: Record<string, string[]> = {
  q_effects: ['1', '3'],
  q_country: ['t:spa'],
  q_languages: ['t:fre', 'Enter', 't:ger'],
  q_refund: ['t:12.50 eur'],
  q_call_at: ['t:1430'],
  q_appointment: ['t:fri 9'],
  q_phone: ['t:020 7946 0958'],
  q_email: ['t:ana@exa'],
  q_pin: ['t:12'],
  q_rating: ['ArrowRight'],
};
const wanted = process.env.SHOTS ? process.env.SHOTS.split(',') : PAGES.slice(PAGES.indexOf('q_effects'));
it.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
  ['dark', 360],
] as const)('%s %s', async (theme, width) => {
  const player = await PlayerDriver.open(
    await servePages(folder),
    { kind: 'working-copy', interaction },
    { theme, width, height: 720 },
  );
  for (const start of wanted) {
    await player.setSource({ kind: 'working-copy', interaction, start });
    await player.at(start);
    for (const step of TYPED[start] ?? [])
      await (step.startsWith('t:') ? player.type(step.slice(2)) : player.press(step));
    await player.page.screenshot({ path: `/tmp/answers-shots/${start}-${theme}-${width}.png` });
    if (['q_refund', 'q_pin', 'q_languages', 'q_photo'].includes(start)) {
      if (start === 'q_refund') {
        await player.press('Control+a');
        await player.type('12,50');
      }
      if (start === 'q_photo') {
        await player.page
          .locator('waymark-player input[type=file]')
          .first()
          .setInputFiles({
            name: 'a-rather-long-name-of-a-photo-of-the-socket-in-the-hall.png',
            mimeType: 'image/png',
            buffer: Buffer.from(
              'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
              'base64',
            ),
          });
        await player.page.locator('waymark-player .file-kept').waitFor();
      } else await player.press('Control+Enter');
      if (start !== 'q_photo') await player.page.locator('waymark-player .field-problem').waitFor();
      await player.page.screenshot({ path: `/tmp/answers-shots/${start}-after-${theme}-${width}.png` });
    }
  }
  console.log(problemsOf(player.page));
});
