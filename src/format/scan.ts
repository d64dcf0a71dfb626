import { type JSONPath, type ParseError, printParseErrorCode, visit } from 'jsonc-parser';
import { nestedDeeperAt } from '#prelude/json-nesting.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { FileError, FileErrorCode } from './file-error.ts';

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** Keys that would reach into prototypes once an object is copied carelessly. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Looks over JSON text before anything is built from it: size, depth, syntax, duplicate and forbidden keys, numbers
 * that would lose digits, what cannot be stored in a text. Returns the first mistake, or undefined.
 */
export function scanJson(text: string): FileError | undefined {
  if (text.length > LIMITS.fileBytes || utf8Length(text) > LIMITS.fileBytes) {
    return whole('file.too-big', `The file is larger than ${LIMITS.fileBytes} bytes`);
  }
  if (text.charCodeAt(0) === 0xfeff)
    return whole('file.not-text', 'The file begins with a byte order mark; save it as plain UTF-8');
  const deep = nestedDeeperAt(text, LIMITS.nesting);
  if (deep >= 0) return at(text, deep, 'file.too-deep', [], `Objects and lists nest deeper than ${LIMITS.nesting}`);
  return firstMistake(text);
}

function firstMistake(text: string): FileError | undefined {
  let found: FileError | undefined;
  const report = (offset: number, code: FileErrorCode, path: JSONPath, message: string) => {
    found ??= at(text, offset, code, path, message);
  };
  const keys: Set<string>[] = [];
  visit(
    text,
    {
      onObjectBegin: () => {
        keys.push(new Set());
      },
      onObjectEnd: () => {
        keys.pop();
      },
      onObjectProperty: (name, offset, _length, _line, _column, path) => {
        const seen = keys.at(-1);
        const here = [...path(), name];
        if (FORBIDDEN_KEYS.has(name)) report(offset, 'file.forbidden-key', here, `“${name}” cannot be a key`);
        if (seen?.has(name)) report(offset, 'file.duplicate-key', here, `“${name}” stands here twice`);
        if (NOT_STORED.test(name)) report(offset, 'file.broken-text', here, 'A key holds a NUL or half a character');
        seen?.add(name);
      },
      onLiteralValue: (value: unknown, offset, _length, _line, _column, path) => {
        if (typeof value === 'string' && NOT_STORED.test(value)) {
          report(offset, 'file.broken-text', path(), 'The text holds a NUL or half a character');
        }
        if (
          typeof value === 'number' &&
          (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
        ) {
          report(offset, 'file.unsafe-number', path(), 'The number is too large to be kept exactly');
        }
      },
      onError: (error, offset) => report(offset, 'file.not-json', [], syntaxMessage(error)),
    },
    STRICT,
  );
  return found;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what cannot be stored
const NOT_STORED = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function syntaxMessage(error: ParseError['error']): string {
  const words = printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return `This is not JSON: ${words}`;
}

function whole(code: FileErrorCode, message: string): FileError {
  return { code, path: '', line: 1, column: 1, message };
}

/** Line and column of an offset, counted from 1. */
export function at(text: string, offset: number, code: FileErrorCode, path: JSONPath, message: string): FileError {
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', lineStart)) {
    line++;
    lineStart = next + 1;
  }
  return { code, path: path.join('.'), line, column: offset - lineStart + 1, message };
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c >= 0xd800 && c <= 0xdbff ? 4 : c >= 0xdc00 && c <= 0xdfff ? 0 : 3;
  }
  return bytes;
}
