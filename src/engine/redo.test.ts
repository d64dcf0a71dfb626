import { describe, expect, it } from 'vitest';
import { Agent, ask, say, texts } from '#test/engine/agent.ts';
import { type Drawing, text } from '#test/factories/draw.ts';

const yesNo = (variable: string) => ({ text: text(`${variable}?`), answer: { kind: 'yes-no', variable } });

/** Name, then a text, whether it is urgent, and by that a date or a reason. */
const drawing: Drawing = {
  variables: {
    ...texts('name', 'reason', 'phone'),
    urgent: { type: 'boolean', label: 'Urgent' },
  },
  elements: {
    q_name: ask('name'),
    s_note: say('Thank you, {name}'),
    q_urgent: yesNo('urgent'),
    q_phone: ask('phone'),
    q_reason: ask('reason'),
    s_end: say('Bye'),
  },
  connectors: [
    'q_name -> s_note',
    's_note -> q_urgent',
    'q_urgent.yes -> q_phone',
    'q_urgent.no -> q_reason',
    'q_phone -> q_reason',
    'q_reason -> s_end',
  ],
};

/** Stands at the reason, after a phone number was given. */
function toReason() {
  const agent = new Agent(drawing);
  agent.answers('Ann');
  agent.answers();
  agent.answers(true);
  agent.answers('123');
  return agent;
}

describe('going forward again', () => {
  it('gives the earlier answer of the page', () => {
    const agent = toReason();
    agent.goesBack();
    expect(agent.at).toBe('q_phone');
    expect(agent.page?.ahead).toBe(1);
    expect(agent.goesForward()).toBe('done');
    expect(agent.at).toBe('q_reason');
    expect(agent.variables.phone).toBe('123');
    expect(agent.page?.ahead).toBeUndefined();
    expect(agent.goesForward()).toBe('forward.nothing-ahead');
  });

  it('skips straight back to the page that was gone back from', () => {
    const agent = toReason();
    agent.sends({ kind: 'back', to: 1 });
    expect(agent.page?.ahead).toBe(4);
    expect(agent.goesForward(true)).toBe('done');
    expect(agent.at).toBe('q_reason');
    expect(agent.variables).toEqual({ name: 'Ann', urgent: true, phone: '123' });
  });

  it('goes on with the rest after an answer was changed', () => {
    const agent = toReason();
    agent.sends({ kind: 'back', to: 1 });
    agent.answers('Ben');
    expect(agent.at).toBe('s_note');
    expect(agent.page?.ahead).toBe(3);
    agent.goesForward(true);
    expect(agent.at).toBe('q_reason');
    expect(agent.variables).toEqual({ name: 'Ben', urgent: true, phone: '123' });
  });

  it('stops where the way has changed', () => {
    const agent = toReason();
    agent.sends({ kind: 'back', to: 3 });
    agent.answers(false);
    expect(agent.at).toBe('q_reason');
    expect(agent.goesForward(true)).toBe('forward.nothing-ahead');
    expect(agent.variables).toEqual({ name: 'Ann', urgent: false });
  });

  it('remembers answers of pages that the way has left, until it comes there again', () => {
    const agent = toReason();
    agent.sends({ kind: 'back', to: 3 });
    agent.answers(false);
    agent.goesBack();
    agent.answers(true);
    expect(agent.at).toBe('q_phone');
    expect(agent.suggested).toBe('123');
    agent.goesForward();
    expect(agent.at).toBe('q_reason');
  });

  it('stops where an earlier answer no longer fits', () => {
    const picky: Drawing = {
      ...drawing,
      elements: {
        ...drawing.elements,
        q_phone: {
          text: text('phone?'),
          answer: {
            kind: 'short-text',
            variable: 'phone',
            check: { when: 'name != "Ben"', message: text('Not for Ben') },
          },
        },
      },
    };
    const agent = new Agent(picky);
    for (const answer of ['Ann', undefined, true, '123']) agent.answers(answer);
    agent.sends({ kind: 'back', to: 1 });
    agent.answers('Ben');
    expect(agent.goesForward(true)).toBe('done');
    expect(agent.at).toBe('q_phone');
    expect(agent.suggested).toBe('123');
    expect(agent.goesForward()).toBe('answer.refused');
  });

  it('never goes on from a page that nobody has passed yet', () => {
    const agent = new Agent(drawing);
    agent.answers('Ann');
    expect(agent.at).toBe('s_note');
    agent.goesBack();
    agent.goesForward(true);
    expect(agent.at).toBe('s_note');
  });

  it('stops at what must be asked outside', () => {
    const call = { connection: 'crm', method: 'GET', path: '/', inputs: [], outputs: [] };
    const agent = new Agent({
      ...drawing,
      elements: { ...drawing.elements, i_look: call },
      connectors: ['q_name -> i_look', 'i_look.done -> q_reason', 'q_reason -> s_end'],
    });
    agent.answers('Ann');
    agent.gets({ status: 'done' });
    agent.answers('why');
    agent.sends({ kind: 'back', to: 1 });
    agent.goesForward(true);
    expect(agent.at).toBe('i_look');
    expect(agent.goesForward()).toBe('session.busy');
    agent.gets({ status: 'done' });
    expect(agent.at).toBe('q_reason');
    agent.goesForward(true);
    expect(agent.at).toBe('s_end');
  });

  it('leaves blank what was left blank, also where the same page was answered later', () => {
    const optional = { text: text('phone?'), answer: { kind: 'short-text', variable: 'phone', required: false } };
    const agent = new Agent({
      ...drawing,
      elements: { q_name: ask('name'), q_phone: optional },
      connectors: ['q_name -> q_phone', 'q_phone -> q_name'],
    });
    for (const answer of ['Ann', undefined, 'Ben', '123']) agent.answers(answer);
    agent.sends({ kind: 'back', to: 1 });
    agent.goesForward();
    expect(agent.suggested).toBeUndefined();
    agent.goesForward();
    expect(agent.variables).toEqual({ name: 'Ann' });
    agent.goesForward();
    expect(agent.suggested).toBe('123');
  });

  it('does not bring back an answer that was taken back', () => {
    const optional = { text: text('phone?'), answer: { kind: 'short-text', variable: 'phone', required: false } };
    const agent = new Agent({ ...drawing, elements: { ...drawing.elements, q_phone: optional } });
    for (const answer of ['Ann', undefined, true, '123']) agent.answers(answer);
    agent.goesBack();
    agent.answers();
    agent.goesBack();
    expect(agent.suggested).toBeUndefined();
    agent.goesForward();
    expect(agent.variables).not.toHaveProperty('phone');
  });
});

describe('a jump aside', () => {
  const aside: Drawing = {
    ...drawing,
    languages: ['en', 'es'],
    elements: {
      ...drawing.elements,
      q_side: ask('side', { entryPoint: true, name: 'Complaint' }),
      s_side: say('Noted: {side}'),
      e_side: { outcome: 'complaint' },
      s_more: say('More', { entryPoint: true }),
    },
    variables: { ...drawing.variables, side: { type: 'text', label: 'Side' } },
    connectors: [...(drawing.connectors ?? []), 'q_side -> s_side'],
  };
  const talking = () => {
    const agent = new Agent(aside);
    agent.answers('Ann');
    return agent;
  };

  it('leads back by itself when the way aside is over', () => {
    const agent = talking();
    agent.jumps('q_side');
    expect(agent.page?.returns).toEqual({ element: 's_note', name: 's_note' });
    agent.answers('too slow');
    agent.answers();
    expect(agent.at).toBe('s_note');
    expect(agent.page?.returns).toBeUndefined();
    expect(agent.variables).toEqual({ name: 'Ann', side: 'too slow' });
    expect(agent.state.status).toBe('waiting');
  });

  it('is returned from at any time', () => {
    const agent = talking();
    agent.jumps('q_side');
    expect(agent.sends({ kind: 'return' })).toBe('done');
    expect(agent.at).toBe('s_note');
    expect(agent.sends({ kind: 'return' })).toBe('return.nowhere');
  });

  it('may be made within another one: the way back is the same, one by one', () => {
    const agent = talking();
    agent.jumps('q_side');
    agent.jumps('s_more');
    agent.answers();
    expect(agent.at).toBe('q_side');
    agent.sends({ kind: 'return' });
    expect(agent.at).toBe('s_note');
  });

  it('that ends by an outcome ends the session', () => {
    const agent = new Agent({ ...aside, connectors: [...(drawing.connectors ?? []), 'q_side -> e_side'] });
    agent.answers('Ann');
    agent.jumps('q_side');
    agent.answers('x');
    expect(agent.state).toMatchObject({ status: 'ended', outcome: 'complaint' });
  });

  it('keeps what lies ahead and what was asked for later', () => {
    const agent = new Agent(aside);
    for (const answer of ['Ann', undefined, true, '123']) agent.answers(answer);
    agent.sends({ kind: 'back', to: 1 });
    agent.jumps('q_side');
    agent.answers('x');
    agent.answers();
    expect(agent.at).toBe('q_name');
    agent.goesForward(true);
    expect(agent.at).toBe('q_reason');
  });

  it('can be gone back from, and is over then', () => {
    const agent = talking();
    agent.jumps('q_side');
    agent.goesBack();
    expect(agent.at).toBe('s_note');
    expect(agent.page?.returns).toBeUndefined();
    for (const answer of [undefined, false, 'why', undefined]) agent.answers(answer);
    expect(agent.state).toMatchObject({ status: 'ended', outcome: 'completed' });
  });

  it('that is gone back into is returned from again', () => {
    const agent = talking();
    agent.jumps('q_side');
    agent.answers('too slow');
    agent.answers();
    agent.goesBack();
    expect(agent.at).toBe('s_side');
    expect(agent.page?.returns).toMatchObject({ element: 's_note' });
  });

  it('was passed when it is over: nothing of it lies ahead', () => {
    const agent = talking();
    agent.jumps('q_side');
    agent.answers('too slow');
    agent.answers();
    agent.goesBack();
    agent.goesBack();
    expect(agent.at).toBe('q_side');
    agent.goesForward(true);
    expect(agent.at).toBe('s_note');
    expect(agent.state.ahead).toBeUndefined();
  });
});

describe('another language in mid-run', () => {
  const both: Drawing = {
    languages: ['en', 'es'],
    variables: texts('name'),
    elements: {
      q_name: { text: { en: 'Your name?', es: '¿Su nombre?' }, answer: { kind: 'short-text', variable: 'name' } },
      s_end: { text: { en: 'Hello {name} ({language})', es: 'Hola {name} ({language})' } },
    },
    connectors: ['q_name -> s_end'],
  };

  it('says the same page in it, and all that follow', () => {
    const agent = new Agent(both);
    expect(agent.sends({ kind: 'language', language: 'es' })).toBe('done');
    expect(agent.page).toMatchObject({ n: 1, language: 'es', part: { fields: [{ label: '¿Su nombre?' }] } });
    agent.answers('Ana');
    expect(JSON.stringify(agent.page?.part.text)).toContain('Hola');
    expect(agent.page?.languages).toEqual(['en', 'es']);
  });

  it('is only one that there are texts in, and the same one changes nothing', () => {
    const agent = new Agent(both);
    expect(agent.sends({ kind: 'language', language: 'fr' })).toBe('language.not-offered');
    const before = agent.events.length;
    agent.sends({ kind: 'language', language: 'en' });
    expect(agent.events).toHaveLength(before);
  });

  it('is allowed while the session is paused, and in a called Interaction', () => {
    const agent = new Agent(
      {
        languages: ['en', 'es'],
        elements: { u_a: { interaction: 'int_both', outcomes: [], inputs: [], outputs: [] } },
      },
      { library: [{ ...both, id: 'int_both' }] },
    );
    agent.sends({ kind: 'pause' });
    expect(agent.sends({ kind: 'language', language: 'es' })).toBe('done');
    agent.sends({ kind: 'resume' });
    expect(agent.page).toMatchObject({ part: { fields: [{ label: '¿Su nombre?' }] } });
  });
});
