import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '#api/address.ts';
import { problemBody } from '#api/errors.ts';
import { fileRoutes } from '#api/files.ts';
import type { SessionBody } from '#api/sessions.ts';
import type { FileValue } from '#contract/file-value.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import { deleteSession } from '#store/queries/sessions.ts';
import { accountScope } from '#store/scope.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';
import { formWith, PDF, seed } from './files.ts';
import { photo, png, TOLD, webp } from './pictures.ts';

let house: House;
let account: Account;
let agent: Person;
let interaction: InteractionId;

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Asks for a photo, then for anything. */
const FILE = seed({
  id: 'int_photo',
  start: 'q_photo',
  variables: { photo: { type: 'file', label: 'Photo' }, paper: { type: 'file', label: 'Paper' } },
  elements: {
    q_photo: {
      type: 'question',
      name: 'Photo',
      text: { en: 'Photo?' },
      answer: { kind: 'file', variable: 'photo', accepts: ['image'], mostMegabytes: 1 },
    },
    q_paper: {
      type: 'question',
      name: 'Paper',
      text: { en: 'Paper?' },
      answer: { kind: 'file', variable: 'paper', required: false },
    },
  },
  connectors: { k_1: { from: 'q_photo', to: 'q_paper' } },
  tests: {},
});

beforeAll(async () => {
  house = await openHouse();
  account = await house.account('Northline');
  agent = await account.person('agent');
  interaction = (await account.administrator.release(FILE)).interaction.id;
}, OPENING);
afterAll(() => house?.close());

async function refusedUpload(session: SessionBody, form: FormData, who = agent): Promise<string> {
  const body = form as never;
  return who.refused(fileRoutes.upload, { account: account.id, session: session.id }, { body });
}

/** What a browser gets that asks for the file. */
async function download(who: Person, session: Pick<SessionBody, 'id'>, file: string, of = account) {
  const address = addressOf(fileRoutes.read, { account: of.id, session: session.id, file });
  const response = await fetch(new URL(address, who.url), { headers: { cookie: who.cookie ?? '' } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

async function refusalOf(session: SessionBody, answer: object): Promise<string | undefined> {
  const body = { id: `answer-${crypto.randomUUID()}`, expects: session.seq, kind: 'answer', value: answer };
  const address = `/api/v1/accounts/${account.id}/sessions/${session.id}/commands`;
  const reply = await agent.send('POST', address, body);
  return problemBody.parse(reply.body).fields?.[0]?.code;
}

describe('a file', () => {
  it('is uploaded, named by an answer, and comes back byte by byte, to be saved and never shown', async () => {
    const session = await agent.start(interaction);
    const photo = await agent.upload(session, PNG, 'Zähler “Keller”.png');
    expect(photo).toMatchObject({ name: 'Zähler “Keller”.png', type: 'image/png', size: PNG.length });
    const next = await agent.answer(session, photo);
    expect(next.page?.trail).toMatchObject([{ answer: 'Zähler “Keller”.png' }]);
    const { status, headers, bytes } = await download(agent, session, photo.id);
    expect(status).toBe(200);
    expect(bytes.equals(PNG)).toBe(true);
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="file"; filename*=UTF-8''Z%C3%A4hler%20%E2%80%9CKeller%E2%80%9D.png`,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('is kept without what the camera wrote into it: no place, no name, but which way up it is', async () => {
    const session = await agent.start(interaction);
    for (const [made, name] of [
      [photo(6).made, 'meter.jpg'],
      [png(6), 'meter.png'],
      [webp(6), 'meter.webp'],
    ] as const) {
      const kept = await agent.upload(session, made, name);
      const { bytes } = await download(agent, session, kept.id);
      expect(made.includes(TOLD)).toBe(true);
      expect(bytes.includes(TOLD)).toBe(false);
      expect(bytes.length).toBe(kept.size);
    }
  });

  it('is what its bytes say, whatever it is called', async () => {
    const session = await agent.start(interaction);
    expect(await agent.upload(session, PDF, 'holiday.jpg')).toMatchObject({ type: 'application/pdf' });
    expect(await agent.upload(session, 'Dear all,\nno news.\n', 'letter.exe')).toMatchObject({ type: 'text/plain' });
    const wrong = await agent.upload(session, PDF, 'photo.png');
    expect(await refusalOf(session, wrong)).toBe('answer.file-kind');
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'page.png'],
    ['a page behind blanks', '\n  <html onload=alert(1)>', 'notes.txt'],
    ['a drawing that can hold scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'x.svg'],
    ['a drawing with a declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'x.jpg'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 'x.pdf'],
    ['a program of the other kind', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]), 'x.png'],
    ['an archive', gzipSync('hello'), 'x.pdf'],
    ['an archive of another kind', Buffer.from('504b0506000000000000000000000000000000000000', 'hex'), 'x.docx'],
    ['noise', Buffer.from([1, 2, 3, 4, 5, 250, 251]), 'x.txt'],
  ])('is not kept where it is %s', async (_what, bytes, name) => {
    const session = await agent.start(interaction);
    expect(await refusedUpload(session, formWith(bytes, name, 'image/png'))).toBe('file.kind');
  });

  it('is not kept where it is empty, too large, or not alone', async () => {
    const session = await agent.start(interaction);
    expect(await refusedUpload(session, formWith('', 'empty.txt'))).toBe('file.empty');
    const large = new Uint8Array(LIMITS.uploadMegabytes * 1_000_000 + 1).fill(0x61);
    expect(await refusedUpload(session, formWith(large, 'large.txt'))).toBe('file.too-large');
    const two = formWith(PDF, 'a.pdf');
    two.append('file', new Blob([PDF]), 'b.pdf');
    const kept = await agent.ask(
      fileRoutes.upload,
      { account: account.id, session: session.id },
      { body: two as never },
    );
    // The first of several may be taken; the others never are.
    if (kept.status === 201) expect((kept.body as FileValue).name).toBe('a.pdf');
    const field = new FormData();
    field.append('file', 'no file');
    expect(await refusedUpload(session, field)).toBe('request.invalid');
    const json = await agent.send('POST', `/api/v1/accounts/${account.id}/sessions/${session.id}/files`, { a: 1 });
    expect(problemBody.parse(json.body).code).toBe('request.wrong-type');
    const cut = await agent.send(
      'POST',
      `/api/v1/accounts/${account.id}/sessions/${session.id}/files`,
      '--x\r\nConte',
      {
        'content-type': 'multipart/form-data; boundary=x',
      },
    );
    expect(cut.status).toBe(400);
  });

  it('that is sent twice is kept once, and a session keeps only so many', async () => {
    const session = await agent.start(interaction);
    const first = await agent.upload(session, PDF, 'a.pdf');
    expect(await agent.upload(session, PDF, 'a.pdf')).toEqual(first);
    for (let n = 1; n < LIMITS.sessionFiles; n++) await agent.upload(session, `note ${n}`, 'note.txt');
    expect(await refusedUpload(session, formWith('one more', 'note.txt'))).toBe('file.too-many');
    expect(await agent.upload(session, PDF, 'a.pdf')).toEqual(first);
  });

  it('has a name that is safe wherever it is written', async () => {
    const session = await agent.start(interaction);
    const named = async (name: string) => (await agent.upload(session, `words of ${name}`, name)).name;
    expect(await named('../../etc/passwd')).toBe('passwd');
    expect(await named('C:\\Users\\ana\\bill.txt')).toBe('bill.txt');
    expect(await named('a\u202etxt.exe')).toBe('atxt.exe');
    expect(await named('..')).toBe('file');
    expect((await named('n'.repeat(1_000))).length).toBe(LIMITS.fileName);
  });
});

describe('an answer that names a file', () => {
  it('is taken only where the session keeps it, and with what the store says of it', async () => {
    const session = await agent.start(interaction);
    const other = await agent.start(interaction);
    const photo = await agent.upload(session, PNG, 'meter.png');
    const elsewhere = await agent.upload(other, PNG, 'meter.png');
    expect(await refusalOf(session, { ...photo, id: 'fil_nothing' })).toBe('answer.no-such-file');
    expect(await refusalOf(session, elsewhere)).toBe('answer.no-such-file');
    const paper = await agent.upload(session, PDF, 'paper.pdf');
    expect(await refusalOf(session, { ...paper, type: 'image/png' })).toBe('answer.file-kind');
    const test = await account.administrator.start(interaction, { kind: 'test' });
    const tested = await account.administrator.upload(test, PNG, 'meter.png');
    const after = await account.administrator.answer(test, { ...tested, name: 'renamed.png', size: 1 });
    expect(after.variables).toEqual({ photo: tested });
  });

  it('is given again by going forward', async () => {
    const session = await agent.start(interaction);
    const photo = await agent.upload(session, PNG, 'meter.png');
    const asked = await agent.answer(session, photo);
    const back = await agent.command(asked, { kind: 'back' });
    expect(back.page?.part.fields[0]?.value).toEqual(photo);
    const forward = await agent.command(back, { kind: 'forward' });
    expect(forward.page?.element).toBe('q_paper');
  });
});

describe('a file of a session', () => {
  it('is for those who may see the session', async () => {
    const session = await agent.start(interaction);
    const { id } = await agent.upload(session, PDF, 'a.pdf');
    const colleague = await account.person('agent');
    const supervisor = await account.person('supervisor');
    const elsewhere = await account.person('supervisor');
    await account.team('Claims', agent, supervisor);
    const foreign = await house.account('Elsewhere');
    expect((await download(agent, session, id)).status).toBe(200);
    expect((await download(supervisor, session, id)).status).toBe(200);
    expect((await download(elsewhere, session, id)).status).toBe(404);
    expect((await download(colleague, session, id)).status).toBe(404);
    expect((await download(foreign.administrator, session, id)).status).toBe(404);
    expect((await download(foreign.administrator, session, id, foreign)).status).toBe(404);
    expect(await refusedUpload(session, formWith(PDF, 'b.pdf'), supervisor)).toBe('not-found');
    const other = await agent.start(interaction);
    expect((await download(agent, other, id)).status).toBe(404);
  });

  it('stays when the session ends without naming it, takes no more, and goes with it', async () => {
    const session = await agent.start(interaction);
    const { id } = await agent.upload(session, PDF, 'orphan.pdf');
    const over = await agent.command(session, { kind: 'quit' });
    expect((await download(agent, over, id)).status).toBe(200);
    expect(await refusedUpload(session, formWith(PDF, 'late.pdf'))).toBe('command.refused');
    const { db } = house.server.services;
    await deleteSession(accountScope(account.id), db, session.id, 0);
    const rest = await db.selectFrom('files').select('id').where('session_id', '=', session.id).execute();
    expect(rest).toEqual([]);
  });
});
