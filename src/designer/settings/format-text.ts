/** Ways to format a stretch of a text, as a person asks for them. */
export type Formatting = 'bold' | 'italic' | 'list' | 'numbers' | 'link' | 'image' | 'value';

/** A text with a stretch of it chosen, in UTF-16 units. */
export interface ChosenText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The text with what is chosen formatted, or formatted no more; and what is chosen then, such as an address to be typed. */
export function withFormatting(chosen: ChosenText, how: Formatting): ChosenText {
  switch (how) {
    case 'bold':
      return marked(chosen, '**', 'bold text');
    case 'italic':
      return marked(chosen, '_', 'text in italics');
    case 'list':
      return lines(chosen, () => '- ', /^- /);
    case 'numbers':
      return lines(chosen, (index) => `${index + 1}. `, /^\d+\. /);
    case 'link':
      return pointing(chosen, '', 'text of the link');
    case 'image':
      return pointing(chosen, '!', 'what the image shows');
    case 'value': {
      const { text, from, to } = chosen;
      return { text: `${text.slice(0, from)}{${text.slice(to)}`, from: from + 1, to: from + 1 };
    }
  }
}

function marked({ text, from, to }: ChosenText, sign: string, stands: string): ChosenText {
  const isMarked = text.slice(0, from).endsWith(sign) && text.slice(to).startsWith(sign);
  if (isMarked) {
    const start = from - sign.length;
    return {
      text: text.slice(0, start) + text.slice(from, to) + text.slice(to + sign.length),
      from: start,
      to: start + to - from,
    };
  }
  const words = text.slice(from, to) || stands;
  const start = from + sign.length;
  return { text: text.slice(0, from) + sign + words + sign + text.slice(to), from: start, to: start + words.length };
}

/** Every line that is touched gets the sign before it; where all have it already, it goes. */
function lines({ text, from, to }: ChosenText, signOf: (index: number) => string, sign: RegExp): ChosenText {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const after = text.indexOf('\n', to);
  const end = after < 0 ? text.length : after;
  const all = text.slice(start, end).split('\n');
  const isList = all.every((line) => sign.test(line));
  const made = all.map((line, index) => (isList ? line.replace(sign, '') : signOf(index) + line)).join('\n');
  // A list is told from the words before it by an empty line.
  const gap = isList || start === 0 || text.slice(0, start).endsWith('\n\n') ? '' : '\n';
  return {
    text: text.slice(0, start) + gap + made + text.slice(end),
    from: start + gap.length,
    to: start + gap.length + made.length,
  };
}

/** The address is chosen, to be typed over. */
function pointing({ text, from, to }: ChosenText, sign: string, stands: string): ChosenText {
  const words = text.slice(from, to) || stands;
  const address = 'https://';
  const before = `${text.slice(0, from)}${sign}[${words}](`;
  return { text: `${before}${address})${text.slice(to)}`, from: before.length, to: before.length + address.length };
}
