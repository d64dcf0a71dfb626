import { API_PREFIX, addressOf } from '#api/address.ts';
import { CLIENTS, type Client } from '#api/clients.ts';
import { versionRoutes } from '#api/versions.ts';
import type { AccountId } from '#prelude/ids.ts';
import { isJsonObject, type JsonObject } from '#prelude/json.ts';
import { messageOf } from '#store/embedded/start-problem.ts';
import type { Command, Terminal } from '../command.ts';
import { readCheckedFile } from '../interaction-file.ts';
import { readOptions } from '../options.ts';
import { printable } from '../printable.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark publish FILE --server URL --account ID [--name NAME] [--note TEXT] [--client ${CLIENTS.join('|')}]…
The API key is read from WAYMARK_API_KEY.

Publishes an Interaction file, or standard input for -, to an account of a server; the new version is a Draft there. The same
content published twice makes no second version, unless what the first one runs was mended. The server runs the tests in the
file and answers which of them fail; a Draft is made all the same, but the account may want them to pass before it is approved.

Ends with 0, 1 where the server refuses it or cannot be reached, 2 where the file cannot be read.
`;

/** `waymark publish FILE`: publishes to an account of a server; the new version is a Draft there. */
export const publish: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const read = readOptions(args, {
      server: { type: 'string' },
      account: { type: 'string' },
      name: { type: 'string' },
      note: { type: 'string' },
      client: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    });
    if (!read.ok) return wrongUse(read.error, USAGE, terminal);
    const { values, files } = read.value;
    const [file, ...more] = files;
    const key = terminal.environment.WAYMARK_API_KEY;
    const clients = (values.client ?? ['agent-desk']).map((name) => CLIENTS.find((client) => client === name));
    if (file === undefined || more.length > 0) return wrongUse('Name one file', USAGE, terminal);
    if (!values.server || !values.account) return wrongUse('Say to which server and account', USAGE, terminal);
    if (!key) return wrongUse('Set WAYMARK_API_KEY to an API key of the account', USAGE, terminal);
    if (!clients.every((client): client is Client => client !== undefined))
      return wrongUse('There is no such client', USAGE, terminal);
    const found = await readCheckedFile(file, terminal);
    if (!found) return 2;
    const { name, note } = values;
    const body = { file: found.text, clients, ...(name ? { name } : {}), ...(note ? { note } : {}) };
    const path = addressOf(versionRoutes.publish, { account: values.account as AccountId });
    return send(
      new URL(path.startsWith(API_PREFIX) ? path : `${API_PREFIX}${path}`, values.server),
      key,
      body,
      values.json === true,
      terminal,
    );
  },
};

async function send(url: URL, key: string, body: object, json: boolean, terminal: Terminal): Promise<0 | 1> {
  let answer: Response;
  let said: unknown;
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(body),
    });
    said = await answer.json();
  } catch (error) {
    terminal.err(`${url.origin} cannot be reached or does not speak for Waymark: ${messageOf(error)}\n`);
    return 1;
  }
  const known = isJsonObject(said) ? said : {};
  if (!answer.ok) {
    terminal.err(
      `${url.origin} refuses: ${known.detail ?? known.title ?? answer.status} (${known.code ?? answer.status})\n`,
    );
    return 1;
  }
  for (const message of [...warningsIn(known), ...failuresIn(known)]) {
    terminal.err(printable(`Warning: ${message}\n`));
  }
  if (json) terminal.out(`${JSON.stringify(said)}\n`);
  else if (answer.status === 200) terminal.out(`Version ${known.number} has this very content already\n`);
  else terminal.out(`Published as version ${known.number}, a Draft\n`);
  const { tests } = known;
  if (!json && isJsonObject(tests) && tests.all !== 0) terminal.out(`Tests: ${tests.passed} of ${tests.all} pass\n`);
  return 0;
}

/** The tests in the file that failed on the server, with what was expected and what came. */
function failuresIn({ failedTests }: JsonObject): readonly string[] {
  const failed = Array.isArray(failedTests) ? failedTests.filter(isJsonObject) : [];
  return failed.map(({ name, failures }) => {
    const [first] = Array.isArray(failures) ? failures : [];
    return `the test “${name}” fails: ${first ?? 'it did not say why'}`;
  });
}

/** What the version expects of the account and does not find there, and what others have that it runs. */
function warningsIn({ accountProblems, calledProblems }: JsonObject): readonly string[] {
  const problems = [accountProblems, calledProblems].flatMap((list) => (Array.isArray(list) ? list : []));
  return problems.filter(isJsonObject).flatMap(({ message }) => (typeof message === 'string' ? [message] : []));
}
