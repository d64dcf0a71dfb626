import { isJsonObject, type Json } from '#prelude/json.ts';

/** A file as answers hold it. Its bytes lie in the store, under the session and this id. */
export type FileValue = {
  readonly id: string;
  readonly name: string;
  /** Its media type, as its bytes say. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
};

/** What the id of an uploaded file looks like. */
export const FILE_ID_PATTERN = /^fil_[0-9a-z]{1,60}$/;

export function isFileValue(value: Json | undefined): value is FileValue {
  return (
    isJsonObject(value) &&
    typeof value.id === 'string' &&
    typeof value.name === 'string' &&
    typeof value.type === 'string' &&
    typeof value.size === 'number'
  );
}

/** The ids of all files in a value, however deep. */
export function fileIdsIn(value: Json | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isFileValue(value)) return [value.id];
  return Object.values(value).flatMap((member: Json | undefined) => fileIdsIn(member));
}
