import { beforeAll, describe, expect, it } from 'vitest';
import { builtPages } from '#test/browser/pages.ts';
import { allKinds } from './all-kinds.ts';
import { DeskService } from './desk-service.ts';
import { PlayerDriver } from './player-driver.ts';

const SLOW = { timeout: 300_000 };
let folder: string;

beforeAll(async () => {
  folder = await builtPages();
});

/** A session on the service, played in a page. Without what players step ahead with, each step waits for the service. */
async function play({ ahead = false } = {}) {
  const service = new DeskService([allKinds()]);
  service.letsAhead = ahead;
  const origin = await service.serve(folder);
  const session = service.start();
  const source = { kind: 'session', account: 'acc_northline', session } as const;
  const player = await PlayerDriver.open(origin, source);
  await player.at('s_welcome');
  return { service, session, source, player };
}

async function toProblem(player: PlayerDriver): Promise<void> {
  await player.press('Enter');
  await player.at('q_verified');
  await player.press('1');
  await player.at('q_problem');
}

const saving = (player: PlayerDriver) => player.page.locator('waymark-player .saving');

describe('a session over a network', () => {
  it('is answered and confirmed step by step', SLOW, async () => {
    const { player, service, session } = await play();
    await toProblem(player);
    await player.press('2');
    await player.at('q_contact_hours');
    expect(service.state(session).variables).toMatchObject({ verified: true, problem: 'none' });
  });

  it(
    'away: the page stays, the answer is kept and said to be; back: it is sent once and the call goes on',
    SLOW,
    async () => {
      const { player, service, session } = await play();
      await toProblem(player);
      service.down = true;
      await player.press('3');
      await saving(player).filter({ hasText: 'No connection. Your answer is kept and will be sent.' }).waitFor();
      await expect
        .poll(async () => (await player.said()).at(-1))
        .toBe('No connection. Your answer is kept and will be sent.');
      await expect.poll(() => player.text()).toContain('What is the problem with your connection?');
      await player.press('1');
      service.down = false;
      await player.page.evaluate(() => window.dispatchEvent(new Event('online')));
      await player.at('q_contact_hours');
      await expect.poll(() => player.focus()).toBe('radio Morning, 8 to 12');
      expect(service.state(session).variables).toMatchObject({ problem: 'drops' });
      expect(service.applied).toBe(3);
    },
  );

  it('a lost confirmation is asked for again and never applied twice', SLOW, async () => {
    const { player, service } = await play();
    service.losesAnswers = true;
    await player.press('Enter');
    await saving(player).filter({ hasText: 'No connection' }).waitFor();
    expect(service.applied).toBe(1);
    service.losesAnswers = false;
    await player.at('q_verified');
    expect(service.applied).toBe(1);
  });

  it('says that it is saving only when it takes a while', SLOW, async () => {
    const { player, service } = await play();
    const letGo = service.hold();
    await player.press('Enter');
    await saving(player).filter({ hasText: 'Saving…' }).waitFor({ state: 'attached' });
    expect(await saving(player).evaluate((line) => getComputedStyle(line).transitionDelay)).toBe('0.3s');
    letGo();
    await player.at('q_verified');
    expect(await saving(player).textContent()).toBe('');
  });

  it('a reload keeps what is half typed and where the call stood', SLOW, async () => {
    const { player, service, session, source } = await play();
    service.command(session, { kind: 'answer' });
    for (const value of [true, 'slow', 'v1', 'v1', 'v1', 20, '2026-11-02']) {
      service.command(session, { kind: 'answer', value });
    }
    await player.reload(source);
    await player.at('q_reference');
    await player.type('NB47');
    await player.reload(source);
    await player.at('q_reference');
    await expect.poll(() => player.focus()).toBe('text “NB47”');
    await player.type('11');
    await player.press('Enter');
    await player.at('q_details');
    await player.type('Second floor');
    await player.reload(source);
    await player.at('q_details');
    await expect.poll(() => player.focus()).toBe('text “Second floor”');
    await player.press('PageUp');
    await player.press('Control+Enter');
    await player.at('q_repair_slot');
    expect(service.state(session).variables).toMatchObject({ reference: 'NB4711', details: 'Second floor' });
  });

  it('a reload while the server is away keeps the answer that was not sent', SLOW, async () => {
    const { player, service, session, source } = await play();
    await toProblem(player);
    service.down = true;
    await player.press('4');
    await saving(player).filter({ hasText: 'No connection' }).waitFor();
    service.down = false;
    await player.reload(source);
    await player.at('q_contact_hours');
    expect(service.state(session).variables).toMatchObject({ problem: 'billing' });
  });

  it('a session that went on elsewhere is shown as it is now, and says so', SLOW, async () => {
    const { player, service, session } = await play();
    await toProblem(player);
    service.command(session, { kind: 'answer', value: 'slow' });
    service.command(session, { kind: 'answer', value: 'v2' });
    await player.press('4');
    await player.at('q_device');
    await expect.poll(() => player.text()).toContain('This session was continued elsewhere.');
    expect(service.state(session).variables).toMatchObject({ problem: 'slow' });
  });

  it('a session that was timed out is gone on with where it stood', SLOW, async () => {
    const { player, service, session, source } = await play();
    await toProblem(player);
    service.command(session, { kind: 'expire' });
    await player.reload(source);
    await player.page.getByRole('heading', { name: 'Timed out' }).waitFor();
    await player.page.getByRole('button', { name: 'Resume' }).click();
    await player.at('q_problem');
    await expect.poll(() => player.focus()).toBe('button Slow connection');
  });

  it('somebody signed out is told, and goes on after signing in', SLOW, async () => {
    const { player, service } = await play();
    service.signedIn = false;
    await player.press('Enter');
    await player.page.getByText('You are signed out.').waitFor();
    await expect.poll(() => player.failures()).toEqual(['sign-in.needed']);
    service.signedIn = true;
    await player.page.getByRole('button', { name: 'Try again' }).click();
    await player.at('q_verified');
    expect(service.applied).toBe(1);
  });
});

describe('a session whose player steps ahead', () => {
  it('shows its first page before it fetches what it steps ahead with', SLOW, async () => {
    const { player } = await play({ ahead: true });
    const isAhead = () => performance.getEntriesByName('waymark.ahead').length > 0;
    await player.page.waitForFunction(isAhead);
    const fetched = await player.page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => {
        const { name, startTime, responseEnd } = entry as PerformanceResourceTiming;
        return { path: new URL(name).pathname, startTime, responseEnd };
      }),
    );
    const find = (pattern: RegExp) => fetched.find(({ path }) => pattern.test(path));
    const firstPage = find(/\/sessions\/ses_\d+$/)?.responseEnd ?? Number.POSITIVE_INFINITY;
    for (const later of [/\/ahead$/, /\/local-[^/]*\.js$/]) {
      expect(find(later)?.startTime, `${later} among ${JSON.stringify(fetched)}`).toBeGreaterThan(firstPage);
    }
  });

  it('goes on without a wait, with the keys in their places, while the service takes its time', SLOW, async () => {
    const { player, service, session } = await play({ ahead: true });
    await player.page.waitForFunction(() => performance.getEntriesByName('waymark.ahead').length > 0);
    const letGo = service.hold();
    // A key that is held down is not meant for the page that comes.
    for (let i = 0; i < 3; i++) await player.page.keyboard.down('Enter');
    await player.page.keyboard.up('Enter');
    await player.at('q_verified');
    await player.press('1', '3', '1', 'Enter');
    expect(service.applied).toBe(0);
    await player.at('q_device');
    await expect.poll(() => player.focus()).toBe('button Router');
    await saving(player).filter({ hasText: 'Saving…' }).waitFor({ state: 'attached' });
    expect(await saving(player).evaluate((line) => getComputedStyle(line).transitionDelay)).toBe('1s');
    letGo();
    await expect.poll(() => service.applied).toBe(4);
    await saving(player).filter({ hasNotText: 'Saving…' }).waitFor({ state: 'attached' });
    expect(service.state(session).variables).toMatchObject({ verified: true, problem: 'drops', contact_hours: 'v1' });
    expect(await player.text()).not.toContain('another way');
  });
});
