import * as z from 'zod';

interface ErrorFace {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** What to do about it. */
  readonly mend: string;
}

/** Every error that the API answers with: code, status and words. Closed; a new one is a row here. */
export const ERRORS = {
  'request.invalid': {
    status: 400,
    title: 'The request is not right',
    mend: 'Correct the fields named below and send it again.',
  },
  'request.not-json': {
    status: 400,
    title: 'The body is not JSON',
    mend: 'Send well-formed JSON with the content type application/json.',
  },
  'request.wrong-type': {
    status: 415,
    title: 'This kind of body is not accepted',
    mend: 'Send the content type application/json.',
  },
  'request.too-large': { status: 413, title: 'The request is too large', mend: 'Send less at once.' },
  'request.too-many': {
    status: 429,
    title: 'Too many requests',
    mend: 'Wait as long as the Retry-After header says, then try again.',
  },
  'request.cross-site': {
    status: 403,
    title: 'The request comes from another site',
    mend: 'Use Waymark from its own address, or an API key.',
  },
  'sign-in.needed': { status: 401, title: 'You are not signed in', mend: 'Sign in, or send a valid API key.' },
  'sign-in.failed': {
    status: 401,
    title: 'The e-mail address or the password is not right',
    mend: 'Check both and try again.',
  },
  'sign-in.too-many': {
    status: 429,
    title: 'Too many attempts to sign in',
    mend: 'Wait as long as the Retry-After header says, then try again.',
  },
  'password.wrong': {
    status: 422,
    title: 'The current password is not right',
    mend: 'Type the password you sign in with today.',
  },
  'permission.missing': {
    status: 403,
    title: 'Your role does not allow this',
    mend: 'Ask an administrator of the account to do it or to give you a role that may.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    mend: 'Check the address; it may have been deleted, or belong to an account that is not yours.',
  },
  'idempotency.reused': {
    status: 422,
    title: 'This Idempotency-Key was used for another request',
    mend: 'Make a new key for each new request.',
  },
  'idempotency.running': {
    status: 409,
    title: 'The same request is still being worked on',
    mend: 'Wait a moment and send it again with the same key.',
  },
  'object.changed': {
    status: 412,
    title: 'Somebody changed this meanwhile',
    mend: 'Load it again, then make your change.',
  },
  'user.email-taken': {
    status: 409,
    title: 'Somebody with this e-mail address is here already',
    mend: 'Change that person’s roles; if they belong to another account, ask the system administrator.',
  },
  'user.last-administrator': {
    status: 409,
    title: 'The account would be left without an administrator',
    mend: 'Make somebody else Account Administrator first.',
  },
  'team.name-taken': { status: 409, title: 'There is a team of this name already', mend: 'Choose another name.' },
  'team.in-use': {
    status: 409,
    title: 'Sessions are handed to this team',
    mend: 'Make versions live that hand them to another team, let the waiting sessions be taken, then delete it.',
  },
  'team.unknown-person': {
    status: 422,
    title: 'This person does not belong to the account',
    mend: 'Choose somebody of this account.',
  },
  'folder.name-taken': { status: 409, title: 'There is a folder of this name already', mend: 'Choose another name.' },
  'folder.not-empty': { status: 409, title: 'The folder is not empty', mend: 'Move its Interactions elsewhere first.' },
  'folder.unknown': { status: 422, title: 'There is no such folder', mend: 'Choose a folder of this account.' },
  'value.key-taken': {
    status: 409,
    title: 'There is an account value with this key already',
    mend: 'Choose another key, or change the value that is there.',
  },
  'value.too-many': {
    status: 409,
    title: 'The account has as many values as it can hold',
    mend: 'Delete values that no Interaction reads any more.',
  },
  'value.in-use': {
    status: 409,
    title: 'Interactions read this account value',
    mend: 'Take it out of them first, or say that it shall be deleted all the same.',
  },
  'outcome.key-taken': {
    status: 409,
    title: 'There is an outcome with this key already',
    mend: 'Choose another key, or change the outcome that is there.',
  },
  'outcome.too-many': {
    status: 409,
    title: 'The account has as many outcomes as it can hold',
    mend: 'Delete outcomes that were never given.',
  },
  'outcome.own': {
    status: 409,
    title: 'Sessions have this outcome by themselves',
    mend: 'It can be called otherwise; all else about it stays as it is.',
  },
  'outcome.in-use': {
    status: 409,
    title: 'The outcome is in use',
    mend: 'Retire it, or merge it into another one: then reports keep their words.',
  },
  'outcome.not-a-target': {
    status: 422,
    title: 'An outcome cannot be merged into this one',
    mend: 'Choose another outcome that is in use and not merged itself.',
  },
  'file.refused': {
    status: 422,
    title: 'The Interaction file cannot be read',
    mend: 'Correct the places named below.',
  },
  'connection.key-taken': {
    status: 409,
    title: 'There is a connection with this key already',
    mend: 'Choose another key.',
  },
  'connection.in-use': {
    status: 409,
    title: 'Live versions use this connection',
    mend: 'Make versions live that do without it, or retire those that use it, then delete it.',
  },
  'connection.not-set-up': {
    status: 409,
    title: 'The test settings of this connection are missing',
    mend: 'Enter and save its test settings, then try it.',
  },
  'mail.not-set-up': {
    status: 409,
    title: 'The account has no mail server yet',
    mend: 'Enter and save the mail server, then try it.',
  },
  'mail.no-address': {
    status: 409,
    title: 'You have no e-mail address here',
    mend: 'Sign in as a person to try the mail server: the test mail goes to whoever asks for it.',
  },
  'file.too-large': { status: 413, title: 'The file is too large', mend: 'Choose one of at most 10 MB.' },
  'file.empty': { status: 422, title: 'The file is empty', mend: 'Choose another one.' },
  'file.kind': {
    status: 422,
    title: 'Files of this kind are not kept',
    mend: 'Choose a photo, a PDF or an office document; what counts is what is in the file, not its name.',
  },
  'file.too-many': {
    status: 422,
    title: 'The session has as many files as it may',
    mend: 'Go on with the files that are there.',
  },
  'interaction.in-trash': { status: 409, title: 'The Interaction is in the trash', mend: 'Restore it first.' },
  'interaction.gone': {
    status: 409,
    title: 'The Interaction was deleted for good',
    mend: 'Its reports stay readable. To use it again, publish its file under another id, as a copy.',
  },
  'interaction.not-in-trash': {
    status: 409,
    title: 'The Interaction is not in the trash',
    mend: 'There is nothing to restore.',
  },
  'interaction.not-live': {
    status: 409,
    title: 'The Interaction has no live version',
    mend: 'Choose another one, or ask an administrator to make a version live.',
  },
  'interaction.not-for-client': {
    status: 409,
    title: 'The live version is not meant for this client',
    mend: 'Start it where it was published for, or publish it for this client too.',
  },
  'version.no-start': {
    status: 422,
    title: 'The Interaction has no start',
    mend: 'Mark the element it starts with, then publish.',
  },
  'version.wrong-status': {
    status: 409,
    title: 'The version’s status does not allow this',
    mend: 'Load the page again to see where the version stands.',
  },
  'version.has-errors': {
    status: 409,
    title: 'The version has errors',
    mend: 'Correct them in the designer and publish again.',
  },
  'version.tests-failed': {
    status: 409,
    title: 'Tests of the version failed',
    mend: 'Mend the Interaction or its tests in the designer and publish again. Whether tests must pass is a setting of the account.',
  },
  'version.runs-errors': {
    status: 409,
    title: 'An Interaction that the version runs has errors',
    mend: 'Correct it in the designer, publish it and make it live, then publish this one again.',
  },
  'version.runs-failed-tests': {
    status: 409,
    title: 'Tests of an Interaction that the version runs failed',
    mend: 'Mend it or its tests in the designer, publish it and make it live, then publish this one again. Whether tests must pass is a setting of the account.',
  },
  'version.own-work': {
    status: 403,
    title: 'Authors do not approve their own work in this account',
    mend: 'Ask a colleague to approve it.',
  },
  'version.go-live-separate': {
    status: 409,
    title: 'Approving and going live are separate steps in this account',
    mend: 'Approve first, then make it live.',
  },
  'version.last': {
    status: 409,
    title: 'This is the only version of the Interaction',
    mend: 'Delete the Interaction instead.',
  },
  'version.running': {
    status: 409,
    title: 'Sessions of this version are still running',
    mend: 'Wait until they end, or retire the version first.',
  },
  'change-request.unknown': {
    status: 422,
    title: 'There is no such change request',
    mend: 'Choose change requests of this Interaction that are open.',
  },
  'change-request.unknown-owner': {
    status: 422,
    title: 'The owner does not belong to the account',
    mend: 'Choose somebody of this account.',
  },
  'change-request.wrong-status': {
    status: 409,
    title: 'The change request’s status does not allow this',
    mend: 'Load it again to see where it stands.',
  },
  'working-copy.not-an-update': {
    status: 422,
    title: 'This is not an update of a working copy',
    mend: 'Load the working copy again; your own edits are kept in the browser.',
  },
  'session.variables': {
    status: 422,
    title: 'The values to start with are not right',
    mend: 'Correct the values named below.',
  },
  'session.stale': {
    status: 409,
    title: 'The session has moved on meanwhile',
    mend: 'Go on from the page in this answer.',
  },
  'answer.refused': { status: 422, title: 'The answer cannot be taken', mend: 'Correct the fields named below.' },
  'command.refused': {
    status: 422,
    title: 'This cannot be done here',
    mend: 'Load the session again to see what can be done.',
  },
  'reports.absent': {
    status: 503,
    title: 'Reports are not made by this server process',
    mend: 'Ask a process that has the role reports.',
  },
  'server.stopping': { status: 503, title: 'The server is stopping', mend: 'Try again in a few seconds.' },
  'server.unavailable': {
    status: 503,
    title: 'The database cannot be reached',
    mend: 'Try again in a few seconds; nothing you sent was lost or half done.',
  },
  'server.failed': {
    status: 500,
    title: 'Something went wrong in the server',
    mend: 'Try again; if it stays, give an administrator the request id.',
  },
} as const satisfies Record<string, ErrorFace>;

export type ErrorCode = keyof typeof ERRORS;

const ERROR_CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

/** One field that is not right. `field` is dotted, as in `file.elements.q_problem.text`. */
export const problemField = z.strictObject({
  field: z.string(),
  code: z.string(),
  message: z.string(),
  line: z.int().optional(),
  column: z.int().optional(),
});

export type ProblemField = z.infer<typeof problemField>;

/** The body of every error: RFC 9457, with our code. Some errors carry more beside it. */
export const problemBody = z.object({
  type: z.string().meta({ description: 'Where the error is explained' }),
  title: z.string(),
  status: z.int(),
  code: z.enum(ERROR_CODES),
  detail: z.string().meta({ description: 'A sentence for people: what to do' }),
  request: z.string().meta({ description: 'The id under which the server’s log tells more' }),
  fields: z.array(problemField).optional(),
});

export type ProblemBody = z.infer<typeof problemBody>;
