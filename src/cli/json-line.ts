import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { nestedDeeperAt } from '#prelude/json-nesting.ts';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';

/** JSON that stands in an argument or a line; why it is none, as a sentence. */
function readJson(text: string): Result<Json, string> {
  if (nestedDeeperAt(text, LIMITS.nesting) >= 0) return fail(`Objects and lists nest deeper than ${LIMITS.nesting}`);
  try {
    return ok(JSON.parse(text) as Json);
  } catch (error) {
    return fail(`This is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The same, for a JSON object. */
export function readJsonObject(text: string): Result<JsonObject, string> {
  const read = readJson(text);
  if (!read.ok) return read;
  return isJsonObject(read.value) ? ok(read.value) : fail('This is JSON, but no object');
}
