import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { compile } from '#engine/program.ts';
import { visitsOf } from '#engine/visits.ts';
import { checkInteraction } from '#format/read.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { SessionId } from '#prelude/ids.ts';
import { seededRandom, steppedClock } from '#prelude/ports.ts';
import { SAMPLES } from '#samples/samples.ts';
import { simulate } from '#simulation/simulate.ts';
import { STREAMS, type Stream } from './traffic.ts';

const MORNING = Date.UTC(2026, 2, 2, 9);

function programOf(id: string) {
  const read = checkInteraction(SAMPLES.find((sample) => sample.id === id)?.content ?? null, catalog);
  invariant(read.ok, `${id} is a sound sample`);
  return compile(read.value, catalog);
}

function run({ interaction, client, channel, profile }: Stream, count: number) {
  const program = programOf(interaction);
  return Array.from({ length: count }, (_, chance) => {
    const steps = simulate(program, {
      random: seededRandom(chance),
      clock: steppedClock(MORNING),
      profile,
      start: { client, context: channel ? { channel } : {} },
    });
    const events = steps.flatMap((step) => step.events);
    return { state: steps.at(-1)?.state, visits: visitsOf('ses_1' as SessionId, events) };
  });
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

describe.each(STREAMS)('people of $interaction by $client $channel', (stream) => {
  it('come to an end, mostly a good one, at all of its ends', () => {
    const outcomes = run(stream, 700).map(({ state }) => state?.outcome ?? 'none');
    const { elements } = programOf(stream.interaction).interaction;
    const ends = Object.values(elements).flatMap(({ outcome }) => (typeof outcome === 'string' ? [outcome] : []));
    expect(outcomes).toEqual(expect.arrayContaining(ends.length > 0 ? ends : ['completed']));
    expect(outcomes).not.toContain('none');
    expect(outcomes).not.toContain('failed');
    const given = outcomes.filter((outcome) => outcome === 'quit' || outcome === 'timed-out').length;
    expect(given / outcomes.length).toBeLessThan(0.3);
  });
});

describe('the hot spot of the demo', () => {
  const [onThePhone] = STREAMS.filter(
    ({ interaction, channel }) => interaction === 'int_lost_card' && channel === 'voice',
  );
  invariant(onThePhone, 'people call about lost cards');
  const sessions = run(onThePhone, 1_500);
  const visits = sessions.flatMap((session) => session.visits);
  const timeOf = (exitTo: string) => median(visits.flatMap(({ to, active }) => (to === exitTo ? [active] : [])));

  it('is that callers without their security word take far more than the target, and others do not', () => {
    expect(timeOf('c_word_forgotten')).toBeGreaterThan(50_000);
    expect(timeOf('c_word_right')).toBeLessThan(20_000);
  });

  it('is where most of those who give up do so', () => {
    const quits = visits.filter(({ exit }) => exit === 'quit');
    const here = quits.filter(({ element }) => element === 'q_security_word');
    expect(here.length / quits.length).toBeGreaterThan(0.5);
    expect(here.length / sessions.length).toBeGreaterThan(0.04);
  });

  it('is found nowhere else: no other element is over its target for most of its visits', () => {
    const { elements } = programOf('int_lost_card');
    const slow = [...elements.values()].filter(({ id, target }) => {
      const times = visits.flatMap(({ element, active, exit }) => (element === id && exit !== null ? [active] : []));
      const over = times.filter((time) => target !== undefined && time > target).length;
      return times.length > 0 && over / times.length > 0.3;
    });
    expect(slow.map(({ id }) => id)).toEqual(['q_security_word']);
  });
});
