import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '#prelude/result.ts';

export interface NewElement {
  /** The type's name, such as `call-back`. */
  readonly type: string;
  /** Whether it shows a page. */
  readonly page: boolean;
  /** A letter that no other type has; the key that inserts it on the map. */
  readonly letter: string;
}

/**
 * Writes the folder of a new element type and its lines in the tables, below the root of the project. What it writes
 * passes the conformance test as it is. Returns the files it made or changed.
 */
export async function writeNewElement(root: string, element: NewElement): Promise<Result<readonly string[], string>> {
  const elements = join(root, 'src/elements');
  const folder = join(elements, element.type);
  if (!/^[a-z][a-z-]*$/.test(element.type))
    return fail('Write the type in small letters and dashes, such as call-back');
  if (!existsSync(elements)) return fail(`There is no ${elements}; run this in the root of the project`);
  if (existsSync(folder)) return fail(`There is an element type ${element.type} already`);
  const name = camel(element.type);
  await mkdir(join(folder, 'fixtures'), { recursive: true });
  const files: [string, string][] = [
    [join(folder, `${element.type}.ts`), element.page ? pageType(element, name) : logicType(element, name)],
    [join(folder, 'fixtures/goes-on.json'), fixture(element)],
    [join(folder, 'README.md'), `# ${title(element.type)}\n\nSay in two sentences what it is for.\n`],
  ];
  if (element.page) files.push([join(folder, 'view.tsx'), view(element, name)]);
  for (const [path, text] of files) await writeFile(path, text);
  const tables: [string, string][] = [['types.ts', `export { ${name} } from './${element.type}/${element.type}.ts';`]];
  if (element.page) tables.push(['type-views.tsx', `export { ${name}View } from './${element.type}/view.tsx';`]);
  for (const [table, line] of tables) {
    const path = join(elements, table);
    await writeFile(path, withLine(await readFile(path, 'utf8'), line));
  }
  return ok([...files.map(([path]) => path), ...tables.map(([table]) => join(elements, table))]);
}

/** Puts a line where the order of the others wants it, below the comments at the top. */
function withLine(text: string, line: string): string {
  const lines = text.trimEnd().split('\n');
  const first = lines.findIndex((each) => each.startsWith('export '));
  return `${[...lines.slice(0, first), ...[...lines.slice(first), line].sort()].join('\n')}\n`;
}

function camel(type: string): string {
  return type.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase());
}

function title(type: string): string {
  const words = type.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function fixture({ page }: NewElement): string {
  const settings = page ? { text: { en: 'Hello' } } : {};
  return `${JSON.stringify({ says: 'goes on', settings, expect: { exit: 'next' } }, null, 2)}\n`;
}

const shared = ({ type, letter }: NewElement) => `  type: '${type}',
  version: 1,
  migrations: [],
  title: '${title(type)}',
  description: 'Say in one sentence what it does.',
  icon: 'square',
  group: '{group}',
  letter: '${letter}',
  settings,`;

function pageType(element: NewElement, name: string): string {
  return `import * as z from 'zod';
import { NEXT } from '#contract/answers/answer-exits.ts';
import { elementType } from '#contract/element-type.ts';
import { localizedText, textIn } from '#contract/localized-text.ts';
import { setting } from '#contract/setting.ts';
import { say } from '#contract/wording.ts';

const settings = z.strictObject({
  text: setting(localizedText, { widget: 'localized-text', label: 'Text' }),
});

type Settings = z.infer<typeof settings>;

export const ${name} = elementType<Settings>({
${shared(element).replace('{group}', 'page')}
  defaults: ({ language }) => ({ text: { [language]: '' } }),
  exits: () => [NEXT],
  summary: ({ text }, language) => textIn(text, language, language),
  texts: ({ text }) => [{ path: 'text', text, formatted: true, label: 'Text' }],
  expressions: () => [],
  makes: () => [],
  writes: () => [],
  problems: () => [],
  domain: () => ({ samples: [undefined] }),
  enter: () => ({ do: 'wait' }),
  page: ({ text }, context) => ({ text: context.text(text), fields: [], next: say(context.language, 'page.next') }),
  answer: () => ({ do: 'leave', exit: NEXT.name }),
});
`;
}

function logicType(element: NewElement, name: string): string {
  return `import * as z from 'zod';
import { NEXT } from '#contract/answers/answer-exits.ts';
import { elementType } from '#contract/element-type.ts';

const settings = z.strictObject({});

type Settings = z.infer<typeof settings>;

export const ${name} = elementType<Settings>({
${shared(element).replace('{group}', 'logic')}
  defaults: () => ({}),
  exits: () => [NEXT],
  summary: () => '',
  texts: () => [],
  expressions: () => [],
  makes: () => [],
  writes: () => [],
  problems: () => [],
  domain: () => ({ samples: [] }),
  enter: () => ({ do: 'leave', exit: NEXT.name }),
});
`;
}

function view({ type }: NewElement, name: string): string {
  return `/** @jsxImportSource preact */
import { NextButton } from '#parts/next-button.tsx';
import { ReadAloud } from '#parts/read-aloud.tsx';
import type { ElementView, ViewProps } from '#parts/view.ts';

function Page(view: ViewProps) {
  const { next } = view.page.part;
  return (
    <>
      <ReadAloud view={view} />
      {next !== undefined && <NextButton view={view} label={next} first />}
    </>
  );
}

export const ${name}View: ElementView = { type: '${type}', Body: Page, answer: () => undefined };
`;
}
