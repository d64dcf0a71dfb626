import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from '#test/browser/pages.ts';
import { stored } from '#test/browser/stored.ts';
import { SECRETS, secretAnswers } from '#test/factories/secret-answers.ts';
import { focused, openDesk, press } from './desk-driver.ts';
import { DeskService } from './desk-service.ts';
import { PlayerDriver } from './player-driver.ts';

const SLOW = { timeout: 300_000 };
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
});

async function expectNothingKept(page: Page): Promise<void> {
  const all = await stored(page);
  for (const secret of Object.values(SECRETS)) expect(all).not.toContain(secret);
}

async function open(ahead: boolean) {
  const service = new DeskService([secretAnswers()]);
  service.letsAhead = ahead;
  const origin = await service.serve(folder);
  const session = service.start();
  const source = { kind: 'session', account: 'acc_northline', session } as const;
  const player = await PlayerDriver.open(origin, source);
  await player.at('q_name');
  if (ahead) await player.page.waitForFunction(() => performance.getEntriesByName('waymark.ahead').length > 0);
  return { service, session, source, player };
}

const isAway = (player: PlayerDriver) =>
  player.page.locator('waymark-player .saving').filter({ hasText: 'No connection' }).waitFor();

async function isBack({ player, service }: { player: PlayerDriver; service: DeskService }): Promise<void> {
  service.down = false;
  await player.page.evaluate(() => window.dispatchEvent(new Event('online')));
}

describe.each([
  ['that waits for each step', false],
  ['that steps ahead', true],
])('a player %s', (_which, ahead) => {
  it('keeps secrets in memory alone, whatever asks for them, also while nobody answers', SLOW, async () => {
    const at = await open(ahead);
    const { player, service, session } = at;
    await player.type('Ann');
    await player.press('Enter');
    await player.at('q_pin');
    for (const [secret, next] of [
      [SECRETS.pin, 'q_code'],
      [SECRETS.code, 'f_all'],
    ] as const) {
      await player.type(secret);
      await expectNothingKept(player.page);
      service.down = true;
      await player.press('Enter');
      await isAway(player);
      await expectNothingKept(player.page);
      await isBack(at);
      await player.at(next);
      await expectNothingKept(player.page);
    }
    await player.type('Bath');
    await expect.poll(() => stored(player.page)).toContain('Bath');
    await player.press('Tab');
    await player.type(SECRETS.word);
    await expectNothingKept(player.page);
    service.down = true;
    await player.press('Control+Enter');
    await isAway(player);
    await expectNothingKept(player.page);
    await isBack(at);
    await player.at('s_end');
    await expectNothingKept(player.page);
    await expect.poll(() => service.state(session).variables).toEqual({ name: 'Ann', city: 'Bath' });
    await expect.poll(() => Object.keys(service.state(session).secrets ?? {}).sort()).toEqual(['code', 'pin', 'word']);
  });
});

it('a reload asks for a secret again that was not confirmed, and sends what is none', SLOW, async () => {
  const { player, service, source } = await open(true);
  service.down = true;
  await player.type('Ann');
  await player.press('Enter');
  await player.at('q_pin');
  await player.type(SECRETS.pin);
  await player.press('Enter');
  await expect.poll(() => stored(player.page)).toContain('Ann');
  await expectNothingKept(player.page);
  service.down = false;
  await player.reload(source);
  await player.at('q_pin');
  await expect.poll(() => player.focus()).toBe('text “”');
  await expect.poll(() => service.applied).toBe(1);
});

it('the desk tells a call without the secrets that were answered in it', SLOW, async () => {
  const { page, goHome } = await openDesk(folder, [secretAnswers()]);
  await goHome();
  await page.keyboard.type('Secr');
  await page.getByText('starts').waitFor();
  await press(page, 'Enter');
  const read = (words: string) => page.locator('waymark-player').getByText(words).first().waitFor();
  await read('What is your name?');
  for (const [answer, next] of [
    ['Ann', 'What is your PIN?'],
    [SECRETS.pin, 'What is your code?'],
    [SECRETS.code, 'And the rest?'],
  ] as const) {
    await page.keyboard.type(answer);
    await press(page, 'Enter');
    await read(next);
    await expectNothingKept(page);
  }
  await page.keyboard.type('Bath');
  await press(page, 'Tab');
  await page.keyboard.type(SECRETS.word);
  await press(page, 'Control+Enter');
  await read('Thank you');
  await press(page, 'Enter');
  await focused(page, 'Next call');
  const summary = await page.getByRole('textbox', { name: 'Summary' }).inputValue();
  expect(summary).toContain('Name: Ann');
  for (const secret of Object.values(SECRETS)) expect(summary).not.toContain(secret);
  await expectNothingKept(page);
});
