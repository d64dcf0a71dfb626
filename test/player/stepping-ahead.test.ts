import { describe, expect, it } from 'vitest';
import type { ElementPath } from '#prelude/ids.ts';
import { type Drawing, draw } from '#test/factories/draw.ts';
import { HeldServer, Sitting } from './held-server.ts';
import { logged, serve, TALK } from './talk.ts';

describe('the next page', () => {
  it('stands there before the server has answered, and is confirmed without anything changing', async () => {
    const at = await Sitting.down(serve());
    const outcome = at.answer('Ann');
    expect(at.at).toBe('q_city');
    expect(at.client.state).toMatchObject({ busy: false, unconfirmed: true, session: { seq: 2 } });
    expect(at.page?.trail).toMatchObject([{ element: 'q_name', answer: 'Ann' }]);
    await at.hears();
    expect(await outcome).toMatchObject({ kind: 'done' });
    expect(at.client.state).toMatchObject({ unconfirmed: false, corrected: false, lost: [] });
    expect(at.at).toBe('q_city');
    expect(at.page?.enteredAt).toBe(at.server.now.page?.enteredAt);
  });

  it('comes as fast as somebody types; the commands follow one another, each once and in order', async () => {
    const at = await Sitting.down(serve());
    for (const answer of ['Ann', 'Bath', 7]) void at.answer(answer);
    expect(at.at).toBe('q_more');
    expect(at.server.held).toHaveLength(1);
    await at.hearsAll();
    expect(logged(at.server)).toEqual(['Ann', 'Bath', 7]);
    expect(at.steps).toHaveLength(3);
    expect(at.client.state).toMatchObject({ unconfirmed: false, session: { seq: 4 } });
  });

  it('is waited for where the world outside is asked, and foreseen again behind it', async () => {
    const at = await Sitting.down(serve());
    for (const answer of ['Ann', 'Bath', 7, 'so']) void at.answer(answer);
    expect(at.at).toBe('s_hello');
    void at.answer();
    expect(at.client.state.busy).toBe(true);
    expect(at.at).toBe('s_hello');
    await at.hearsAll();
    expect(at.at).toBe('i_crm');
    at.server.elsewhere({ kind: 'effect-result', effect: 'e1', result: { status: 'done' } });
    await at.client.refresh();
    await at.settle();
    expect(at.at).toBe('q_pin');
    void at.client.command({ kind: 'back' });
    expect(at.at).toBe('s_hello');
  });

  it('is waited for where a secret is given: it goes to the server alone', async () => {
    const pin: Drawing = { ...TALK, start: 'q_pin' };
    const at = await Sitting.down(new HeldServer(draw(pin)));
    void at.answer('4711');
    expect(at.client.state.busy).toBe(true);
    expect(at.drawer.getItem('waymark.session.ses_1')).not.toContain('4711');
    await at.hears();
    expect(at.at).toBe('s_bye');
  });

  it('is waited for where the server tells nothing to step ahead with', async () => {
    const server = serve();
    server.tellsAhead = false;
    const at = await Sitting.down(server);
    void at.answer('Ann');
    expect(at.client.state.busy).toBe(true);
    expect(at.at).toBe('q_name');
    await at.hears();
    expect(at.at).toBe('q_city');
  });

  it('is made by a program that is fetched once for all sessions of its version', async () => {
    const other = { ...TALK, name: 'Fetched once' };
    const [first, second] = [new HeldServer(draw(other)), new HeldServer(draw(other))];
    for (const server of [first, second]) {
      const at = await Sitting.down(server);
      void at.answer('Ann');
      expect(at.at).toBe('q_city');
    }
    expect([first.programsSent, second.programsSent]).toEqual([1, 0]);
  });
});

describe('going back and forward', () => {
  it('happens at once, with the answers kept', async () => {
    const at = await Sitting.down(serve());
    void at.answer('Ann');
    void at.answer('Bath');
    void at.client.command({ kind: 'back' });
    expect(at.at).toBe('q_city');
    expect(at.page?.part.fields[0]?.value).toBe('Bath');
    void at.client.command({ kind: 'back' });
    expect(at.at).toBe('q_name');
    void at.client.command({ kind: 'forward', all: true });
    expect(at.at).toBe('q_size');
    await at.hearsAll();
    expect(logged(at.server)).toEqual(['Ann', 'Bath', 'back', 'back', 'forward']);
    expect(at.at).toBe('q_size');
  });

  it('jumps to another topic and returns', async () => {
    const at = await Sitting.down(serve());
    void at.answer('Ann');
    void at.client.command({ kind: 'jump', to: 's_hello' as ElementPath });
    expect(at.at).toBe('s_hello');
    expect(at.client.state.session?.abilities).toContain('return');
    void at.client.command({ kind: 'return' });
    expect(at.at).toBe('q_city');
    await at.hearsAll();
    expect(at.at).toBe('q_city');
  });

  it('takes what was changed on the way along, in one go', async () => {
    const at = await Sitting.down(serve());
    for (const answer of ['Ann', 'Bath']) void at.answer(answer);
    await at.hearsAll();
    for (let i = 0; i < 2; i++) void at.client.command({ kind: 'back' });
    void at.client.command({ kind: 'answer', value: 'Bo' }, ({ page }) =>
      page?.ahead === undefined ? undefined : { kind: 'forward', all: true },
    );
    expect(at.at).toBe('q_size');
    await at.hearsAll();
    expect(at.at).toBe('q_size');
    expect(at.server.state.variables).toMatchObject({ name: 'Bo', city: 'Bath' });
  });

  it('keeps notes that are written ahead', async () => {
    const at = await Sitting.down(serve());
    void at.answer('Ann');
    const note = at.client.command({ kind: 'note', text: 'in a hurry' });
    void at.answer('Bath');
    expect(at.page?.notes).toMatchObject([{ text: 'in a hurry', element: 'q_city' }]);
    await at.hearsAll();
    expect(await note).toMatchObject({ kind: 'done' });
    expect(at.server.state.notes).toMatchObject([{ text: 'in a hurry', element: 'q_city' }]);
  });
});

describe('a refused answer', () => {
  it('is said at once, and the server is not asked', async () => {
    const at = await Sitting.down(serve());
    void at.answer('Ann');
    void at.answer('Bath');
    expect(await at.answer('many')).toMatchObject({ kind: 'refused', code: 'answer.refused' });
    expect(at.client.state.problems).toMatchObject([{ field: 'answer' }]);
    expect(at.at).toBe('q_size');
    void at.answer(7);
    expect(at.client.state.problems).toEqual([]);
    await at.hearsAll();
    expect(logged(at.server)).toEqual(['Ann', 'Bath', 7]);
  });

  it('that only the server refuses brings its page back, says why, and says what was not taken', async () => {
    const at = await Sitting.down(serve());
    at.type('Ann');
    void at.answer('Ann');
    const second = at.answer('Bath');
    at.type('half of');
    at.server.refuses = true;
    await at.hearsAll();
    expect(at.at).toBe('q_name');
    expect(at.client.state).toMatchObject({
      busy: false,
      unconfirmed: false,
      corrected: true,
      message: 'The account is closed',
      lost: ['Ann', 'Bath', 'half of'],
    });
    expect(await second).toEqual({ kind: 'dropped' });
    // What was typed on the page that is back stands there again.
    expect(at.typed).toEqual({ answer: 'Ann' });
    expect(at.server.log).toEqual([]);
  });
});
