import './avatar.css';

export interface AvatarProps {
  name: string;
  imageUrl?: string | undefined;
  size?: 'small' | 'medium';
  /** Its name stands beside it already: then it is drawn only. */
  isDecorative?: boolean;
}

/** Hues that tell people apart; the initials and the name say who it is. */
const HUES = 8;

export function Avatar({ name, imageUrl, size = 'medium', isDecorative = false }: AvatarProps) {
  const naming = isDecorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <span
      className={`wm-avatar wm-avatar-${size} wm-avatar-hue-${hueOf(name)}`}
      // Drawn by the style sheet: letters are no text to be read, or to be looked for in the name of a button.
      data-initials={imageUrl ? undefined : initials(name)}
      {...naming}
    >
      {imageUrl ? <img src={imageUrl} alt="" /> : null}
    </span>
  );
}

/** "Ana María Pérez" → "AP"; a single word gives one letter. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  return (first + last).toLocaleUpperCase();
}

/** By code point, so that no letter beyond the first plane is cut in half. */
function firstLetter(word: string | undefined): string {
  return Array.from(word ?? '')[0] ?? '';
}

function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return sum % HUES;
}
