import { isJsonObject, type Json } from '#prelude/json.ts';
import type { ApiError, FieldProblem } from './api-error.ts';

/** Reads an answer that is no success. A body that is no problem document still gives a usable error. */
export async function readProblem(response: Response): Promise<ApiError> {
  const body = await readJson(response);
  const problem = isJsonObject(body) ? body : {};
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    code: text(problem.code) ?? `http.${response.status}`,
    status: response.status,
    title: text(problem.title) ?? `The server answered with status ${response.status}.`,
    detail: text(problem.detail),
    fields: Array.isArray(problem.fields) ? problem.fields.flatMap(readField) : [],
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
    body,
  };
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    // A proxy's page or an empty body: the status says what there is to say.
    return undefined;
  }
}

function readField(value: Json): FieldProblem[] {
  if (!isJsonObject(value)) return [];
  const message = text(value.message);
  if (message === undefined) return [];
  return [{ path: text(value.field) ?? '', code: text(value.code) ?? 'invalid', message }];
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
