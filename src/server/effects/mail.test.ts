import { describe, expect, it } from 'vitest';
import { LIMITS } from '#prelude/limits.ts';
import { steppedClock } from '#prelude/ports.ts';
import { type MailServer, mailServer } from '#test/effects/mail-server.ts';
import { closedPort, outsideSocket, type WayOptions, wayOut } from '#test/effects/outside.ts';
import type { Letter, MailMode } from './letter.ts';
import { sendMail } from './mail.ts';
import type { MailResult } from './results.ts';

const LETTER: Letter = {
  id: 'eff_1',
  to: ['zoe@customer.example'],
  subject: 'Ihr Rückruf – Zoë',
  text: 'Guten Tag,\n\nwir rufen um 15:00 zurück.\n.\nIhr Team\n',
};

const SETTINGS = {
  host: 'mail.test',
  security: 'starttls' as 'tls' | 'starttls' | 'none',
  user: null as string | null,
  password: '',
  from: { name: 'Northwind "Service", Team', address: 'service@northwind.example' },
  replyTo: null as string | null,
};

interface Sending {
  readonly letter?: Partial<Letter>;
  readonly mode?: MailMode;
  readonly settings?: Partial<typeof SETTINGS>;
  readonly way?: WayOptions;
  readonly timeLimit?: number;
}

function send(to: MailServer | number, sending: Sending = {}): Promise<MailResult> {
  const { letter, mode = { kind: 'live' }, settings, way, timeLimit = 20_000 } = sending;
  const outgoing = wayOut(way);
  const clock = steppedClock(Date.UTC(2026, 2, 1, 9));
  const server = { ...SETTINGS, ...settings, port: typeof to === 'number' ? to : to.port };
  return sendMail({ outgoing, clock }, server, { ...LETTER, ...letter }, mode, timeLimit);
}

const fate = (result: MailResult) => (result.status === 'failed' ? result.code : result.status);

describe('a mail', () => {
  it('arrives as it was sent: sender, subject, every line of the text', async () => {
    const post = await mailServer();
    const result = await send(post, { settings: { replyTo: 'answers@northwind.example' } });
    expect(result).toMatchObject({ status: 'done', sentTo: ['zoe@customer.example'], refused: [] });
    const [{ mail, ...envelope }] = post.arrived as [(typeof post.arrived)[number]];
    expect(envelope).toMatchObject({
      to: ['zoe@customer.example'],
      from: 'service@northwind.example',
      encrypted: true,
    });
    expect(mail.from?.value).toEqual([{ name: SETTINGS.from.name, address: SETTINGS.from.address }]);
    expect(mail.replyTo?.value[0]?.address).toBe('answers@northwind.example');
    expect(mail.subject).toBe(LETTER.subject);
    expect(mail.text).toBe(LETTER.text);
    expect(mail.date?.toISOString()).toBe('2026-03-01T09:00:00.000Z');
    expect(mail.messageId).toBe('<eff_1@northwind.example>');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('x-mailer')).toBeUndefined();
    expect(mail.attachments).toEqual([]);
  });

  it('arrives with its attachment, byte for byte', async () => {
    const post = await mailServer({ security: 'tls' });
    const content = Buffer.from(Array.from({ length: 1_000 }, (_, n) => n % 256));
    const attachment = { name: 'Übersicht “17”.pdf', type: 'application/pdf', content };
    expect(fate(await send(post, { letter: { attachment }, settings: { security: 'tls' } }))).toBe('done');
    const [{ mail }] = post.arrived as [(typeof post.arrived)[number]];
    expect(mail.attachments).toMatchObject([{ filename: 'Übersicht “17”.pdf', contentType: 'application/pdf' }]);
    expect(mail.attachments[0]?.content.equals(content)).toBe(true);
  });

  it('is signed in for where the server asks, and the password is told to nobody', async () => {
    const account = { user: 'service', password: 'pass wörd' };
    const post = await mailServer({ account });
    expect(fate(await send(post, { settings: account }))).toBe('done');
    const wrong = await send(post, { settings: { ...account, password: 'canary-7f3a' } });
    expect(fate(wrong)).toBe('mail.sign-in');
    expect(JSON.stringify(wrong)).not.toContain('canary-7f3a');
    expect(fate(await send(post))).toBe('mail.refused');
    expect(post.arrived).toHaveLength(1);
  });

  it('has the same Message-ID when it is sent again', async () => {
    const post = await mailServer();
    await send(post);
    await send(post);
    expect(post.arrived.map(({ mail }) => mail.messageId)).toEqual(Array(2).fill('<eff_1@northwind.example>'));
  });
});

describe('a mail of a test', () => {
  it('goes to the tester alone, and says whom it would go to', async () => {
    const post = await mailServer();
    const letter = { to: ['zoe@customer.example', 'max@customer.example'] };
    const result = await send(post, { letter, mode: { kind: 'test', tester: 'tess@northwind.example' } });
    expect(result).toMatchObject({ status: 'done', sentTo: ['tess@northwind.example'] });
    const [{ mail, to }] = post.arrived as [(typeof post.arrived)[number]];
    expect(to).toEqual(['tess@northwind.example']);
    expect([mail.to].flat().flatMap((one) => one?.value ?? [])).toEqual([
      { name: '', address: 'tess@northwind.example' },
    ]);
    expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
    expect(mail.subject).toBe(`[Test] ${LETTER.subject}`);
    expect(mail.text).toContain('With a customer it would go to: zoe@customer.example, max@customer.example');
    expect(mail.text).toContain('wir rufen um 15:00 zurück');
  });

  it('goes to nobody where the tester has no address', async () => {
    const post = await mailServer();
    expect(fate(await send(post, { mode: { kind: 'test', tester: '' } }))).toBe('mail.bad-letter');
    expect(post.connections()).toBe(0);
  });
});

describe('nobody can add to a mail', () => {
  const broken = ['\r\nBcc: evil@example.org', '\nX-Evil: 1', '\r', '\u0000', '\u001b[31m'];

  it.each([
    ...broken.map((text) => ['its subject', { subject: `Hello${text}` }] as const),
    ...broken.map((text) => ['an address', { to: [`zoe@customer.example${text}`] }] as const),
    ['an address with a second one', { to: ['zoe@customer.example, evil@example.org'] }],
    ['an address with a name', { to: ['Zoe <zoe@customer.example>'] }],
    ['an address in quotes', { to: ['"zoe, evil@example.org"@customer.example'] }],
    ['an address with an encoded word', { to: ['=?utf-8?q?evil=40example.org?=@customer.example>'] }],
    ['its id', { id: 'eff_1>\r\nX-Evil: 1' }],
    ...broken.map((text) => ['the name of its attachment', { attachment: attached({ name: `a${text}` }) }] as const),
    ['the type of its attachment', { attachment: attached({ type: 'text/plain\r\nX-Evil: 1' }) }],
  ] as const)('by %s', async (_place, letter) => {
    const post = await mailServer();
    expect(fate(await send(post, { letter }))).toBe('mail.bad-letter');
    expect(post.connections()).toBe(0);
  });

  it('by its text: what looks like a header or the end stays text', async () => {
    const post = await mailServer();
    const text = 'Bcc: evil@example.org\n\n.\nQUIT\nRCPT TO:<evil@example.org>\n..\n';
    expect(fate(await send(post, { letter: { text } }))).toBe('done');
    expect(post.arrived).toHaveLength(1);
    expect(post.arrived[0]?.to).toEqual(['zoe@customer.example']);
    expect(post.arrived[0]?.mail.text).toBe(text);
  });

  it('beyond the limits', async () => {
    const post = await mailServer();
    const many = Array.from({ length: LIMITS.mailRecipients }, (_, n) => `zoe${n}@customer.example`);
    expect(fate(await send(post, { letter: { to: many } }))).toBe('done');
    const tooMuch: readonly Partial<Letter>[] = [
      { to: [...many, 'one@customer.example'] },
      { to: [] },
      { subject: 'x'.repeat(201) },
      { subject: ' ' },
      { text: 'x'.repeat(LIMITS.mailText + 1) },
      { attachment: attached({ content: Buffer.alloc(LIMITS.mailAttachment + 1) }) },
    ];
    for (const letter of tooMuch) expect(fate(await send(post, { letter }))).toBe('mail.bad-letter');
    expect(post.arrived).toHaveLength(1);
  });
});

function attached(over: Partial<NonNullable<Letter['attachment']>>) {
  return { name: 'a.txt', type: 'text/plain', content: Buffer.from('a'), ...over };
}

describe('a mail server that misbehaves', () => {
  it('refuses a recipient, for good or for now: in its own words', async () => {
    const post = await mailServer({
      refuses: (to) =>
        ({ 'no@x.example': '550 No such mailbox', 'later@x.example': '451 Greylisted' })[to] ?? undefined,
    });
    const refused = await send(post, { letter: { to: ['no@x.example'] } });
    expect(refused).toMatchObject({ code: 'mail.refused', message: expect.stringContaining('550 No such mailbox') });
    expect(fate(await send(post, { letter: { to: ['later@x.example'] } }))).toBe('mail.busy');
    const some = await send(post, { letter: { to: ['zoe@customer.example', 'no@x.example'] } });
    expect(some).toMatchObject({ status: 'done', sentTo: ['zoe@customer.example'], refused: ['no@x.example'] });
  });

  it('offers no encryption: nothing is sent', async () => {
    const post = await mailServer({ security: 'none', account: { user: 'service', password: 'p' } });
    const result = await send(post, { settings: { user: 'service', password: 'p' } });
    expect(fate(result)).toBe('net.not-secure');
    expect(post.arrived).toEqual([]);
  });

  it('has a certificate that is not trusted, or for another name', async () => {
    for (const security of ['tls', 'starttls'] as const) {
      const post = await mailServer({ security });
      expect(fate(await send(post, { settings: { security }, way: { trusted: [] } }))).toBe('net.not-secure');
      const byName = {
        settings: { security, host: 'elsewhere.test' },
        way: { names: { 'elsewhere.test': '127.0.0.1' } },
      };
      expect(fate(await send(post, byName))).toBe('net.not-secure');
      expect(post.arrived).toEqual([]);
    }
  });

  it('never answers, hangs up, is not there, speaks something else', async () => {
    expect(fate(await send((await outsideSocket(() => {})).port, { timeLimit: 300 }))).toBe('timed-out');
    expect(fate(await send(await mailServer({ isMute: true }), { timeLimit: 1_500 }))).toBe('timed-out');
    expect(fate(await send((await outsideSocket((socket) => socket.end())).port))).toBe('net.broken');
    expect(fate(await send(await closedPort()))).toBe('net.unreachable');
    const http = await outsideSocket((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(['net.broken', 'mail.refused']).toContain(fate(await send(http.port)));
    expect(fate(await send(25, { settings: { host: 'no-such.test' } }))).toBe('net.unknown-host');
  });

  it('floods with words', async () => {
    const flood = await outsideSocket((socket) => {
      const pour = () => {
        while (!socket.destroyed && socket.write(`220-${'x'.repeat(60_000)}\r\n`));
      };
      socket.on('drain', pour);
      pour();
    });
    expect(['net.broken', 'timed-out']).toContain(fate(await send(flood.port, { timeLimit: 3_000 })));
  });
});

describe('a mail server where none may be', () => {
  const HOSTS = [
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '2130706433',
    '0',
    '::1',
    '::ffff:127.0.0.1',
    'localhost',
    'inside.test',
    'mixed.test',
    '169.254.169.254',
    '10.0.0.1',
  ];
  const names = {
    localhost: '127.0.0.1',
    'inside.test': '192.168.1.1',
    'mixed.test': () => ['93.184.216.34', '10.0.0.1'],
  };

  it('is refused in each spelling', async () => {
    for (const host of HOSTS) {
      const result = await send(587, { settings: { host }, way: { allowPrivate: false, names } });
      expect([host, fate(result)]).toEqual([host, 'net.forbidden-address']);
    }
  });

  it('is refused at ports that take no mail, without encryption, and by a name that changed', async () => {
    const closed = { allowPrivate: false, names };
    for (const port of [22, 80, 6379, 11211]) {
      expect(fate(await send(port, { settings: { host: 'smtp.example.org' }, way: closed }))).toBe('net.bad-address');
    }
    const plain = { host: 'smtp.example.org', security: 'none' as const };
    expect(fate(await send(25, { settings: plain, way: closed }))).toBe('net.bad-address');
    // Where private addresses are allowed, this very machine alone is trusted without encryption.
    const near = {
      settings: { host: 'lan.test', security: 'none' as const },
      way: { names: { 'lan.test': '10.0.0.1' } },
    };
    expect(fate(await send(25, near))).toBe('net.forbidden-address');
    const post = await mailServer({ security: 'none' });
    expect(fate(await send(post, { settings: { security: 'none' } }))).toBe('done');
  });
});
