import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok } from '#prelude/result.ts';
import { answerLines } from './answer-lines.ts';
import type { Terminal } from './command.ts';

/** A terminal into which pieces arrive when they are asked for, and that keeps what happens in order. */
function watched(pieces: readonly (string | Uint8Array)[], room = async () => {}) {
  const seen: string[] = [];
  async function* arriving(): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) {
      seen.push('in');
      yield typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
    }
  }
  const terminal: Terminal = {
    input: arriving(),
    out: (text) => void seen.push(`out ${text}`),
    err: (text) => void seen.push(`err ${text}`),
    room: async () => {
      await room();
      seen.push('room');
    },
    environment: {},
  };
  return { seen, terminal };
}

const shout = (line: string) => (line === 'no' ? fail('Not this one') : ok(line.toUpperCase()));

async function said(pieces: readonly (string | Uint8Array)[]) {
  const { seen, terminal } = watched(pieces);
  const fine = await answerLines('-', terminal, shout);
  const all = (kind: string) => seen.flatMap((each) => (each.startsWith(`${kind} `) ? [each.slice(4)] : [])).join('');
  return { fine, out: all('out'), err: all('err') };
}

describe('a file of lines', () => {
  it('is answered line by line as it arrives: no result waits for a line that is still to come', async () => {
    const { seen, terminal } = watched(['a\nb\nc', '\nd\n', 'e']);
    expect(await answerLines('-', terminal, shout)).toBe(true);
    expect(seen).toEqual(['in', 'out A\nB\n', 'room', 'in', 'out C\nD\n', 'room', 'in', 'out E\n', 'room']);
  });

  it('says the same however it is cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'é\u{1f600}', '', ' ', 'long '.repeat(50), 'no', 'x\r'), { maxLength: 30 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        fc.boolean(),
        async (lines, cuts, ended) => {
          const bytes = new TextEncoder().encode(lines.join('\n') + (ended ? '\n' : ''));
          const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
          const pieces = places.map((place, i) => bytes.slice(places[i - 1] ?? 0, place));
          expect(await said(pieces)).toEqual(await said([bytes]));
        },
      ),
    );
  });

  it('has the results of the lines before the one that has none, and the place of that', async () => {
    expect(await said(['a\n\n\nb\nno\nc\n'])).toEqual({ fine: false, out: 'A\nB\n', err: '-:5: Not this one\n' });
    expect(await said(['a\n', 'no'])).toEqual({ fine: false, out: 'A\n', err: '-:2: Not this one\n' });
  });

  it('is refused at the line that is not UTF-8, or longer than a file may be', async () => {
    const broken = Uint8Array.from([0x61, 0x0a, 0x0a, 0xc3, 0x28, 0x0a]);
    expect(await said([broken])).toEqual({ fine: false, out: '', err: '-:3: This is not UTF-8 text\n' });
    const endless = Array.from({ length: 100 }, () => 'x'.repeat(LIMITS.fileBytes / 50));
    expect(await said(['a\n', ...endless])).toEqual({
      fine: false,
      out: 'A\n',
      err: `-:2: The line is longer than ${LIMITS.fileBytes} bytes\n`,
    });
  });

  it('is not read further than its reader follows', async () => {
    let open = () => {};
    const { seen, terminal } = watched(['a\n', 'b\n'], () => new Promise((resolve) => (open = resolve)));
    const answering = answerLines('-', terminal, shout);
    await new Promise(setImmediate);
    expect(seen).toEqual(['in', 'out A\n']);
    open();
    await new Promise(setImmediate);
    expect(seen).toEqual(['in', 'out A\n', 'room', 'in', 'out B\n']);
    open();
    expect(await answering).toBe(true);
  });
});
