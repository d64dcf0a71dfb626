import { describe, expect, it } from 'vitest';
import { ask, texts } from '#test/engine/agent.ts';
import { type Drawing, draw } from '#test/factories/draw.ts';
import { HeldServer, Sitting } from './held-server.ts';
import { logged, serve, TALK } from './talk.ts';

describe('where the server goes another way', () => {
  /** The player was told of another value of the account than the server reads by now. */
  async function differing() {
    const server = serve();
    server.toldValues = { ask_more: false };
    const at = await Sitting.down(server);
    for (const answer of ['Ann', 'Bath', 7]) void at.answer(answer);
    expect(at.at).toBe('s_hello');
    return at;
  }

  it('its page takes the place of the one that was shown, and that is said', async () => {
    const at = await differing();
    await at.hearsAll();
    expect(at.at).toBe('q_more');
    expect(at.client.state).toMatchObject({ corrected: true, lost: [], unconfirmed: false });
    void at.answer('so');
    expect(at.client.state.corrected).toBe(false);
    await at.hearsAll();
    expect(logged(at.server)).toEqual(['Ann', 'Bath', 7, 'so']);
  });

  it('nothing that was meant for a page that is gone is applied to another; notes are', async () => {
    const server = serve();
    server.toldValues = { ask_more: false };
    const at = await Sitting.down(server);
    for (const answer of ['Ann', 'Bath', 7]) void at.answer(answer);
    const back = at.client.command({ kind: 'back' });
    void at.client.command({ kind: 'note', text: 'wants size 8' });
    const again = at.answer(8);
    await at.hearsAll();
    expect(await back).toEqual({ kind: 'dropped' });
    expect(await again).toEqual({ kind: 'dropped' });
    expect(logged(at.server)).toEqual(['Ann', 'Bath', 7, 'note']);
    expect(at.at).toBe('q_more');
    expect(at.client.state).toMatchObject({ lost: ['8'], unconfirmed: false });
  });

  it('what is half typed there is said, and does not stand on the page of another element', async () => {
    const drawing: Drawing = {
      ...TALK,
      elements: { ...TALK.elements, q_other: ask('city') },
      connectors: [
        ...(TALK.connectors ?? []).filter((line) => !line.includes('d_more.otherwise')),
        'd_more.otherwise -> q_other',
        'q_other -> s_hello',
      ],
    };
    const server = new HeldServer(draw(drawing), { ask_more: true });
    server.toldValues = { ask_more: false };
    const at = await Sitting.down(server);
    for (const answer of ['Ann', 'Bath', 7]) void at.answer(answer);
    expect(at.at).toBe('q_other');
    at.type('a long tale');
    await at.hearsAll();
    expect(at.at).toBe('q_more');
    expect(at.page?.n).toBe(5);
    expect(at.typed).toEqual({});
    expect(at.client.state.lost).toEqual(['a long tale']);
  });

  it('a page that says something else in the same place is changed quietly, with what is typed on it', async () => {
    const drawing: Drawing = {
      variables: texts('name', 'city'),
      elements: { q_name: ask('name'), q_city: { ...ask('city'), text: { en: 'City? {values.hint}' } } },
      connectors: ['q_name -> q_city'],
    };
    const server = new HeldServer(draw(drawing), { hint: 'new' });
    server.toldValues = { hint: 'old' };
    const at = await Sitting.down(server);
    void at.answer('Ann');
    at.type('Ba');
    await at.hearsAll();
    expect(JSON.stringify(at.page?.part.text)).toContain('new');
    expect(at.typed).toEqual({ answer: 'Ba' });
    expect(at.client.state).toMatchObject({ corrected: false, lost: [] });
  });

  it('it foresees from there again', async () => {
    const at = await differing();
    at.server.toldValues = undefined;
    await at.hearsAll();
    void at.answer('so');
    expect(at.at).toBe('s_hello');
    expect(at.client.state.unconfirmed).toBe(true);
  });
});

describe('a session that moved on elsewhere', () => {
  it('is shown where it stands now; what was given meanwhile is not applied, and said', async () => {
    const at = await Sitting.down(serve());
    at.server.elsewhere({ kind: 'answer', value: 'Bo' });
    void at.answer('Ann');
    void at.answer('Bath');
    await at.hearsAll();
    expect(at.at).toBe('q_city');
    expect(at.client.state).toMatchObject({ movedElsewhere: true, lost: ['Ann', 'Bath'], unconfirmed: false });
    expect(at.server.state.variables).toMatchObject({ name: 'Bo' });
  });

  it('that stands on the same page takes what was given', async () => {
    const at = await Sitting.down(serve());
    at.server.elsewhere({ kind: 'note', text: 'from the supervisor' });
    void at.answer('Ann');
    await at.hears();
    await at.hearsAll();
    expect(logged(at.server)).toEqual(['note', 'Ann']);
    expect(at.at).toBe('q_city');
    expect(at.client.state).toMatchObject({ movedElsewhere: false, unconfirmed: false });
  });
});

describe('without a connection', () => {
  it('pages go on, it is said, and everything is sent once when it is back', async () => {
    const at = await Sitting.down(serve());
    void at.answer('Ann');
    at.server.loseNext();
    await at.settle();
    expect(at.client.state).toMatchObject({ away: { why: 'unreached' }, unconfirmed: true });
    void at.answer('Bath');
    expect(at.at).toBe('q_size');
    await at.triesAgain();
    at.server.loseNextAnswer();
    await at.settle();
    await at.triesAgain();
    await at.hearsAll();
    expect(logged(at.server)).toEqual(['Ann', 'Bath']);
    expect(at.client.state).toMatchObject({ away: undefined, unconfirmed: false, corrected: false });
    expect(at.at).toBe('q_size');
  });

  it('nobody gets further than so many steps ahead', async () => {
    const rounds: Drawing = {
      variables: texts('name'),
      elements: { q_name: ask('name'), q_again: ask('name') },
      connectors: ['q_name -> q_again', 'q_again -> q_name'],
    };
    const at = await Sitting.down(new HeldServer(draw(rounds)));
    for (let i = 0; i < 40; i++) void at.answer(`${i}`);
    expect(at.client.state).toMatchObject({ busy: true, session: { seq: 21 } });
    await at.hearsAll();
    expect(logged(at.server)).toHaveLength(21);
    expect(at.client.state).toMatchObject({ busy: false, session: { seq: 22 } });
  });
});

describe('steps ahead of a server that fails with the first', () => {
  /** Three pages are answered, and the fourth half typed, while the server fails three times. */
  async function failing(last: (server: HeldServer) => void = (server) => server.failNext()) {
    const at = await Sitting.down(serve());
    for (const answer of ['Ann', 'Bath', 7] as const) {
      if (typeof answer === 'string') at.type(answer);
      void at.answer(answer);
    }
    at.type('sweets');
    for (let n = 1; n < 3; n++) {
      at.server.failNext();
      await at.settle();
      await at.triesAgain();
    }
    last(at.server);
    await at.settle();
    expect(at.client.state.away).toMatchObject({ why: 'fault', mayTakeBack: true });
    return at;
  }

  it('are taken back to the page where the server stands, with what was typed there', async () => {
    const at = await failing();
    at.client.takeBack();
    await at.settle();
    expect(at.at).toBe('q_name');
    expect(at.typed).toEqual({ answer: 'Ann' });
    expect(at.client.state).toMatchObject({
      takenBack: 'done',
      lost: ['Bath', '7', 'sweets'],
      busy: false,
      unconfirmed: false,
    });
    expect(logged(at.server)).toEqual([]);
  });

  it('go on ahead from there, and what was typed on the pages that follow stands there', async () => {
    const at = await failing();
    at.client.takeBack();
    await at.settle();
    void at.answer('Anna');
    expect(at.at).toBe('q_city');
    expect(at.typed).toEqual({ answer: 'Bath' });
    expect(at.client.state).toMatchObject({ takenBack: undefined, unconfirmed: true });
    await at.hearsAll();
    expect(logged(at.server)).toEqual(['Anna']);
  });

  it('where the server did it all the same, its page is shown and what it took is not called lost', async () => {
    const at = await failing((server) => server.loseNextAnswer('fail'));
    at.client.takeBack();
    await at.settle();
    expect(at.at).toBe('q_city');
    expect(at.typed).toEqual({ answer: 'Bath' });
    expect(at.client.state).toMatchObject({ takenBack: 'too-late', lost: ['7', 'sweets'], busy: false });
    expect(logged(at.server)).toEqual(['Ann']);
  });
});

describe('a reload with steps that are not confirmed', () => {
  it('sends them again with the same ids, and ends at the same page with what was typed there', async () => {
    const before = await Sitting.down(serve());
    for (const answer of ['Ann', 'Bath']) void before.answer(answer);
    before.type('se');
    const { server, drawer } = before;
    const ids = JSON.parse(drawer.getItem('waymark.session.ses_1') ?? '').queue.map(({ id }: { id: string }) => id);
    // The first one arrives, but the tab is gone by then.
    server.loseNextAnswer();
    before.client.close();
    await before.settle();

    const after = await Sitting.down(server, drawer);
    expect(after.client.state.busy).toBe(true);
    await after.hearsAll();
    expect(server.log.map(({ id }) => id)).toEqual(ids);
    expect(after.at).toBe('q_size');
    expect(after.typed).toEqual({ answer: 'se' });
    expect(after.client.state).toMatchObject({ busy: false, unconfirmed: false, corrected: false });
    void after.answer(7);
    expect(after.at).toBe('q_more');
  });

  it('applies nothing to a page that it was not given on', async () => {
    const before = await Sitting.down(serve());
    for (const answer of ['Ann', 'Bath']) void before.answer(answer);
    const { server, drawer } = before;
    before.client.close();
    await before.settle();
    server.elsewhere({ kind: 'answer', value: 'Bo' });

    const after = await Sitting.down(server, drawer);
    await after.hearsAll();
    expect(after.at).toBe('q_city');
    expect(logged(server)).not.toContain('Bath');
    expect(after.client.state).toMatchObject({ movedElsewhere: true, lost: ['Ann', 'Bath'] });
  });

  it('and a server that goes another way then: the rest is not applied', async () => {
    const server = serve();
    server.toldValues = { ask_more: false };
    const before = await Sitting.down(server);
    for (const answer of ['Ann', 'Bath', 7]) void before.answer(answer);
    void before.client.command({ kind: 'back' });
    before.client.close();

    const after = await Sitting.down(server, before.drawer);
    await after.hearsAll();
    expect(after.at).toBe('q_more');
    expect(logged(server)).toEqual(['Ann', 'Bath', 7]);
  });
});

describe('a player that is taken away', () => {
  it('has what was given sent all the same, where the server answers', async () => {
    const at = await Sitting.down(serve());
    for (const answer of ['Ann', 'Bath', 7]) void at.answer(answer);
    at.client.close();
    await at.hearsAll();
    expect(logged(at.server)).toEqual(['Ann', 'Bath', 7]);
  });
});
