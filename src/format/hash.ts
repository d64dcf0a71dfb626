import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ContentHash } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { canonicalJson } from './canonical.ts';
import type { Interaction } from './interaction.ts';
import { withoutOutdated } from './outdated-translations.ts';

/** Names what runs: layout, comments and the age of translations are no part of it, so moving a box is no change of content. */
export function contentHash(interaction: Interaction): ContentHash {
  const { layout: _layout, comments: _comments, ...content } = interaction;
  return digest({ ...content, elements: withoutOutdated(content) }) as ContentHash;
}

/** Names the whole file. */
export function wholeHash(interaction: Interaction): string {
  return digest({ ...interaction });
}

function digest(value: object): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value as JsonObject))));
}
