import { beforeAll, describe, expect, it } from 'vitest';
import type { Interaction } from '#format/interaction.ts';
import { builtPages } from '#test/browser/pages.ts';
import { ask, say, texts } from '#test/engine/agent.ts';
import { type Drawing, draw } from '#test/factories/draw.ts';
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

async function play(options: { served?: boolean; interaction?: Interaction; at?: string } = {}) {
  const service = new DeskService([options.interaction ?? allKinds()]);
  service.letsAhead = false;
  const origin = await service.serve(folder);
  const session = service.start();
  const source = { kind: 'session', account: 'acc_northline', session } as const;
  const player = await PlayerDriver.open(origin, source, options);
  await player.at(options.at ?? 's_welcome');
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

describe('an answer that the server fails with each time', () => {
  const TALK: Drawing = {
    variables: texts('name', 'city'),
    elements: { q_name: ask('name'), q_city: ask('city'), s_bye: say('Bye') },
    connectors: ['q_name -> q_city', 'q_city -> s_bye'],
  };
  const AT_COMMANDS = { ...FAILED, on: /\/commands$/ };
  const takeBack = (player: PlayerDriver) => player.page.getByRole('button', { name: 'Take it back' });
  const note = (player: PlayerDriver) => player.page.locator('waymark-player .note-line');
  const TAKEN_BACK = 'Taken back: the server has not taken it. Change it or give it again.';
  const NOT_TAKEN_BACK = 'The session went on before this could be taken back. This is where it stands now.';

  /** The name is typed and sent, and the server fails until it can be taken back. */
  async function failing(fault: DeskService['fault'] = AT_COMMANDS) {
    const played = await play({ interaction: draw(TALK), at: 'q_name' });
    const { player, service } = played;
    await expect.poll(() => player.focus()).toBe('text “”');
    await player.type('An');
    service.fault = fault;
    await player.press('Enter');
    await takeBack(player).waitFor();
    return played;
  }

  it('can be taken back by keys: it stands in its field again, and that has the focus', SLOW, async () => {
    const { player, service } = await failing();
    const letGo = service.hold(/ses_0001$/);
    await takeBack(player).focus();
    await player.press('Enter');
    await expect.poll(() => player.said()).toContain('Taking it back…');
    letGo();
    await note(player).filter({ hasText: TAKEN_BACK }).waitFor();
    await expect.poll(() => player.focus()).toBe('text “An”');
    await expect.poll(async () => (await player.said()).at(-1)).toContain(TAKEN_BACK);
    await notice(player).waitFor({ state: 'detached' });
    service.fault = undefined;
    await player.type('na');
    await player.press('Enter');
    await player.at('q_city');
    expect(service.applied).toBe(1);
    expect(service.state('ses_0001').variables['name']).toBe('Anna');
  });

  it('and yet had done, is not given twice: the page that follows is shown, and that is said', SLOW, async () => {
    const { player, service } = await failing({ ...AT_COMMANDS, after: true });
    await takeBack(player).click();
    await player.at('q_city');
    await note(player).filter({ hasText: NOT_TAKEN_BACK }).waitFor();
    await expect.poll(async () => (await player.said()).at(-1)).toContain(NOT_TAKEN_BACK);
    expect(await note(player).innerText()).not.toContain('Not taken: ');
    await expect.poll(() => player.focus()).toBe('text “”');
    expect(service.applied).toBe(1);
  });

  it('keeps the page and the way out until the session can be read again', SLOW, async () => {
    const { player, service } = await failing({ ...FAILED, on: /\/sessions\// });
    await takeBack(player).click();
    const under = player.page.getByRole('button', { name: 'Taking it back…' });
    await under.waitFor();
    const asked = async () => {
      const before = service.faultyReads;
      await expect.poll(() => service.faultyReads).toBeGreaterThan(before + 1);
    };
    // A try that was under way has ended by then.
    await asked();
    const { faults } = service;
    await asked();
    expect(await under.getAttribute('aria-disabled')).toBe('true');
    expect(await player.text()).toContain('The server has a fault. Trying again…');
    expect(service.faults).toBe(faults);
    service.fault = undefined;
    await tryNow(player).click();
    await note(player).filter({ hasText: TAKEN_BACK }).waitFor();
    await expect.poll(() => player.focus()).toBe('text “An”');
    expect(service.applied).toBe(0);
  });

  it.each([
    ['de', 'Zurücknehmen', 'Zurückgenommen: Der Server hat es nicht übernommen.'],
    ['es', 'Retirarlo', 'Retirado: el servidor no lo ha tomado.'],
  ])('can be taken back in %s', SLOW, async (language, offer, says) => {
    const interaction: Interaction = { ...draw(TALK), languages: [language] };
    const { player, service } = await play({ interaction, at: 'q_name' });
    await expect.poll(() => player.focus()).toBe('text “”');
    service.fault = AT_COMMANDS;
    await player.press('Enter');
    await player.page.getByRole('button', { name: offer }).click();
    await note(player).filter({ hasText: says }).waitFor();
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
