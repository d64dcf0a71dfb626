import { type ErrorCode, type ProblemField, problemBody } from '#api/errors.ts';

/** A request that was not answered as hoped: what react-query hands to whoever asked. */
export class Failure extends Error {
  readonly code: ErrorCode | 'server.unreachable' | 'answer.unknown';
  readonly status: number;
  readonly detail: string;
  readonly fields: readonly ProblemField[];

  constructor(
    code: Failure['code'],
    status: number,
    title: string,
    detail: string,
    fields: readonly ProblemField[] = [],
  ) {
    super(title);
    this.code = code;
    this.status = status;
    this.detail = detail;
    this.fields = fields;
  }
}

/** The problem that an answer tells of. */
export async function failureIn(response: Response): Promise<Failure> {
  const body = problemBody.safeParse(await response.json().catch(() => undefined));
  if (!body.success) {
    return new Failure(
      'answer.unknown',
      response.status,
      'The server’s answer cannot be read',
      'Load the page again; if it stays, something between you and the server may be in the way.',
    );
  }
  const { code, title, detail, fields } = body.data;
  return new Failure(code, response.status, title, detail, fields);
}

export function unreachable(): Failure {
  return new Failure('server.unreachable', 0, 'The server cannot be reached', 'Check your connection, then try again.');
}

/** What a banner says of any error. */
export function failureWords(error: Error): { title: string; children: string; code?: string } {
  if (error instanceof Failure) return { title: error.message, children: error.detail, code: error.code };
  return { title: 'Something went wrong on this page', children: 'Load the page again.' };
}
