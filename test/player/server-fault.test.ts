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

const FAILED = {
  status: 500,
  body: JSON.stringify({ code: 'server.failed', status: 500, title: 'Failed', detail: 'Try again', request: 'req_77' }),
};
const PROXY = { status: 502, body: '<html><h1>Bad Gateway</h1></html>' };
const INVALID = {
  status: 400,
  body: JSON.stringify({
    code: 'request.invalid',
    status: 400,
    title: 'Not right',
    detail: 'Correct the fields named below',
    request: 'req_78',
    fields: [{ field: 'body.value', code: 'type', message: 'Expected' }],
  }),
};

async function play(options: { language?: string; served?: boolean } = {}) {
  const service = new DeskService([allKinds()]);
  service.letsAhead = false;
  const origin = await service.serve(folder);
  const session = service.start();
  const source = { kind: 'session', account: 'acc_northline', session } as const;
  const player = await PlayerDriver.open(origin, source, options);
  await player.at('s_welcome');
  return { service, session, source, player, origin };
}

const line = (player: PlayerDriver) => player.page.locator('waymark-player .saving');
const notice = (player: PlayerDriver) => player.page.locator('waymark-player .notice');
const tryNow = (player: PlayerDriver) => player.page.getByRole('button', { name: 'Try now' });
const KEPT = 'The server has a fault. Your answer is kept and will be sent again.';

describe('a server with a fault of its own', () => {
  it.each([
    ['an error', FAILED, /tell your administrator, with the number of the request: req_77/],
    ['a page of a proxy', PROXY, /tell your administrator\./],
  ])(
    'that answers with %s is said to have one, and the answer is kept and sent once',
    SLOW,
    async (_by, fault, help) => {
      const { player, service } = await play();
      service.fault = fault;
      await player.press('Enter');
      await line(player).filter({ hasText: KEPT }).waitFor();
      await expect.poll(async () => (await player.said()).at(-1)).toBe(KEPT);
      await notice(player).filter({ hasText: help }).waitFor();
      expect(await player.text()).not.toContain('No connection');
      service.fault = undefined;
      await tryNow(player).click();
      await player.at('q_verified');
      expect(service.applied).toBe(1);
      expect(await notice(player).count()).toBe(0);
      await expect.poll(() => line(player).innerText()).toBe('');
    },
  );

  it('goes on being tried by itself', SLOW, async () => {
    const { player, service } = await play();
    service.fault = FAILED;
    await player.press('Enter');
    await expect.poll(() => service.faults).toBeGreaterThan(1);
    service.fault = undefined;
    await player.at('q_verified');
    expect(service.applied).toBe(1);
  });

  it('keeps the answer over a reload, and says so where the session cannot even be opened', SLOW, async () => {
    const { player, service, source } = await play();
    service.fault = FAILED;
    await player.press('Enter');
    await line(player).filter({ hasText: KEPT }).waitFor();
    await player.reload(source);
    await player.page.getByText(KEPT).first().waitFor();
    service.fault = undefined;
    await player.at('q_verified');
    expect(service.applied).toBe(1);
  });

  it('is told to people who are served without numbers and administrators', SLOW, async () => {
    const { player, service } = await play({ served: true });
    service.fault = FAILED;
    await player.press('Enter');
    await tryNow(player).waitFor();
    await expect.poll(() => notice(player).innerText()).toContain('One moment, please');
    expect(await player.text()).not.toContain('req_77');
  });

  it('is told in the language of the page', SLOW, async () => {
    const { service, origin } = await play();
    service.fault = PROXY;
    const source = { kind: 'session', account: 'acc_northline', session: 'ses_0001' } as const;
    const words = [
      ['de', 'Der Server hat eine Störung. Es wird weiter versucht …', 'Jetzt versuchen'],
      ['es', 'El servidor tiene un fallo. Intentando de nuevo…', 'Intentar ahora'],
    ] as const;
    for (const [language, says, now] of words) {
      const other = await PlayerDriver.open(origin, source, { language });
      await other.page.getByText(says).first().waitFor();
      await other.page.getByRole('button', { name: now }).waitFor();
    }
  });
});

describe('a command that the server fails with each time', () => {
  const AT_COMMANDS = { ...FAILED, on: /\/commands$/ };
  const takeBack = (player: PlayerDriver) => player.page.getByRole('button', { name: 'Take it back' });
  const note = (player: PlayerDriver) => player.page.locator('waymark-player .note-line');

  /** The second page is answered, and the server fails with that until it can be taken back. */
  async function failing(fault: DeskService['fault'] = AT_COMMANDS, options: { ahead?: boolean } = {}) {
    const played = await play();
    const { player, service } = played;
    service.letsAhead = options.ahead === true;
    await player.press('Enter');
    await player.at('q_verified');
    await player.press('1');
    await player.at('q_size');
    await expect.poll(() => player.focus()).toBe('text “”');
    await player.type('15');
    service.fault = fault;
    await player.press('Enter');
    // The tries after the first are asked for: who waits for them by themselves waits some seconds.
    await tryNow(player).click();
    await takeBack(player).waitFor();
    return { ...played, before: service.applied };
  }

  it('can be taken back by keys: the page stands there with what was typed, and the focus is in it', SLOW, async () => {
    const { player, service, before } = await failing();
    await takeBack(player).focus();
    await player.press('Enter');
    await note(player).filter({ hasText: TAKEN_BACK }).waitFor();
    await expect.poll(() => player.focus()).toBe('text “15”');
    await expect.poll(async () => (await player.said()).at(-1)).toContain(TAKEN_BACK);
    expect(await player.said()).toContain('Taking it back…');
    await notice(player).waitFor({ state: 'detached' });
    const { faults } = service;
    service.fault = undefined;
    await player.type('0');
    await player.press('Enter');
    await player.at('q_score');
    expect(service.applied).toBe(before + 1);
    expect(service.faults).toBe(faults);
  });
});

describe('a request that is wrong in itself', () => {
  it('is not sent again: the page is open again, and says that it was not taken', SLOW, async () => {
    const { player, service } = await play();
    service.fault = INVALID;
    await player.press('Enter');
    await player.page.getByText('The server does not take this.').first().waitFor();
    expect(service.faults).toBe(1);
    await expect.poll(() => line(player).innerText()).toBe('');
    service.fault = undefined;
    await player.press('Enter');
    await player.at('q_verified');
    expect(service.applied).toBe(1);
    expect(await player.text()).not.toContain('does not take this');
  });

  it('that something between turns down is not sent again, either', SLOW, async () => {
    const { player, service } = await play();
    service.fault = { status: 413, body: '<html>Too large</html>' };
    await player.press('Enter');
    await player.page.getByText('The server does not take this.').first().waitFor();
    expect(service.faults).toBe(1);
  });
});
