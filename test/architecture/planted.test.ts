import { describe, expect, it } from 'vitest';
import { checkFiles, RULES } from './check.ts';

interface Planted {
  readonly rule: string;
  readonly what: string;
  readonly file: string;
  readonly text: string;
  readonly says: RegExp;
}

const view = '/** @jsxImportSource preact */\n';

const planted: readonly Planted[] = [
  {
    rule: 'layer-arrow',
    what: 'a static import up the table',
    file: 'src/engine/decide.ts',
    text: "import { check } from '#checks/registry.ts';",
    says: /^engine\/ may not import #checks\/registry.ts; it may import: format and below\.$/,
  },
  {
    rule: 'layer-arrow',
    what: 'a dynamic import up the table',
    file: 'src/prelude/a.ts',
    text: "export const a = () => import('#contract/event.ts');",
    says: /may import: nothing/,
  },
  {
    rule: 'layer-arrow',
    what: 'a type import up the table',
    file: 'src/store/a.ts',
    text: "import type { App } from '#server/app.ts';\nexport type A = App;",
    says: /store\/ may not import #server\/app.ts/,
  },
  {
    rule: 'layer-arrow',
    what: 'an import() type up the table',
    file: 'src/format/a.ts',
    text: "export type A = import('#engine/program.ts').Program;",
    says: /format\/ may not import/,
  },
  {
    rule: 'layer-arrow',
    what: 'a name passed on from up the table',
    file: 'src/measures/a.ts',
    text: "export const b = 1;\nexport { a } from '#engine/a.ts';",
    says: /measures\/ may not import/,
  },
  {
    rule: 'layer-arrow',
    what: 'an element that imports the engine',
    file: 'src/elements/choice/choice.ts',
    text: "import { a } from '#engine/a.ts';",
    says: /elements\/<type>\/ may not import/,
  },
  {
    rule: 'layer-arrow',
    what: 'an element that imports another element',
    file: 'src/elements/choice/choice.ts',
    text: "import { question } from '../question/question.ts';",
    says: /ask the catalog instead/,
  },
  {
    rule: 'layer-arrow',
    what: 'a layer that names an element type',
    file: 'src/server/sessions/routes.ts',
    text: "import { choice } from '#elements/choice/choice.ts';",
    says: /Only elements\/types.ts, type-views.tsx and type-forms.tsx name an element type/,
  },
  {
    rule: 'layer-arrow',
    what: 'the engine reaching for the catalog',
    file: 'src/engine/compile.ts',
    text: "import { catalog } from '#elements/catalog.ts';",
    says: /handed in as an argument/,
  },
  {
    rule: 'layer-arrow',
    what: 'the desk reaching into the player',
    file: 'src/desk/stage.tsx',
    text: "import { Stage } from '#player/stage.tsx';",
    says: /only player\/element.ts is known/,
  },
  {
    rule: 'web-only-from-web',
    what: 'a server file that imports a browser file',
    file: 'src/server/a.ts',
    text: "import { tokens } from '#ui/tokens.ts';",
    says: /runs without a browser/,
  },
  {
    rule: 'web-only-from-web',
    what: "an element's definition that imports its own view",
    file: 'src/elements/choice/choice.ts',
    text: "import { view } from './view.tsx';",
    says: /may not import the browser file/,
  },
  {
    rule: 'specifier-form',
    what: 'a relative import that leaves its layer',
    file: 'src/engine/a.ts',
    text: "import { ok } from '../prelude/result.ts';",
    says: /across layers write #prelude\/result.ts/,
  },
  {
    rule: 'specifier-form',
    what: 'a test that reaches across layers by a relative path',
    file: 'src/engine/a.test.ts',
    text: "import { ok } from '../prelude/result.ts';",
    says: /across layers write/,
  },
  {
    rule: 'specifier-form',
    what: 'a layer that names itself',
    file: 'src/engine/a.ts',
    text: "import { b } from '#engine/b.ts';",
    says: /inside a layer write a relative import/,
  },
  {
    rule: 'package-place',
    what: 'React in a Preact file',
    file: 'src/parts/a.tsx',
    text: `${view}import { useState } from 'react';`,
    says: /react may be imported only in ui\//,
  },
  {
    rule: 'package-place',
    what: 'a package built on React in the player',
    file: 'src/player/a.ts',
    text: "import { Plus } from 'lucide-react';",
    says: /may be imported only in/,
  },
  {
    rule: 'package-place',
    what: 'Preact in a React file',
    file: 'src/desk/a.tsx',
    text: "import { render } from 'preact';",
    says: /preact may be imported only in player\//,
  },
  {
    rule: 'package-place',
    what: 'React Flow outside the map',
    file: 'src/designer/a.tsx',
    text: "import { ReactFlow } from '@xyflow/react';",
    says: /only in map\//,
  },
  {
    rule: 'package-place',
    what: 'SQL outside the store',
    file: 'src/server/users/commands.ts',
    text: "import { sql } from 'kysely';",
    says: /only in store\//,
  },
  {
    rule: 'package-place',
    what: 'the server framework in the command line',
    file: 'src/cli/serve.ts',
    text: "import fastify from 'fastify';",
    says: /only in server\//,
  },
  {
    rule: 'package-place',
    what: 'the layout engine outside a worker',
    file: 'src/map/layout.ts',
    text: "import ELK from 'elkjs/lib/elk.bundled.js';",
    says: /map\/\*.worker.ts/,
  },
  {
    rule: 'package-place',
    what: 'types of React in a Preact file',
    file: 'src/player/a.ts',
    text: "import type { ReactNode } from 'react';",
    says: /react may be imported only in/,
  },
  {
    rule: 'package-place',
    what: 'a package that nobody has argued for',
    file: 'src/server/a.ts',
    text: "import _ from 'lodash';",
    says: /lodash has no row/,
  },
  {
    rule: 'node-modules',
    what: 'a Node.js module in a pure layer',
    file: 'src/format/a.ts',
    text: "import { readFileSync } from 'node:fs';",
    says: /may not import node:fs/,
  },
  {
    rule: 'node-modules',
    what: 'a Node.js module without its prefix in a browser layer',
    file: 'src/designer/a.ts',
    text: "import path from 'path';",
    says: /may not import path/,
  },
  {
    rule: 'tests-stay-outside',
    what: 'a product file that imports a factory of the tests',
    file: 'src/server/a.ts',
    text: "import { account } from '#test/factories/account.ts';",
    says: /outside the product/,
  },
  {
    rule: 'computed-import',
    what: 'an import of a computed name',
    file: 'src/cli/main.ts',
    text: "const name = './a.ts';\nexport const load = () => import(name);",
    says: /names its file as plain text/,
  },
  {
    rule: 'computed-import',
    what: 'files named by a pattern',
    file: 'src/player/views.ts',
    text: "export const views = import.meta.glob('../elements/*/view.tsx');",
    says: /names its file as plain text/,
  },
  {
    rule: 'no-barrel',
    what: 'export *',
    file: 'src/engine/a.ts',
    text: "export const b = 1;\nexport * from './c.ts';",
    says: /No `export \*`/,
  },
  {
    rule: 'no-barrel',
    what: 'export * under a name',
    file: 'src/engine/a.ts',
    text: "export const b = 1;\nexport * as c from './c.ts';",
    says: /No `export \*`/,
  },
  {
    rule: 'no-barrel',
    what: 'a file that only passes on names',
    file: 'src/engine/index.ts',
    text: "import { a } from './a.ts';\nexport { a };\nexport type { B } from './b.ts';",
    says: /only passes on names/,
  },
  {
    rule: 'jsx-dialect',
    what: 'a Preact file without its mark',
    file: 'src/elements/choice/view.tsx',
    text: 'export const View = () => <p>Hello</p>;',
    says: /begins with/,
  },
  {
    rule: 'jsx-dialect',
    what: 'a Preact fragment without its mark',
    file: 'src/parts/a.tsx',
    text: 'export const A = () => <>Hello</>;',
    says: /begins with/,
  },
  {
    rule: 'jsx-dialect',
    what: 'a React file with the mark of Preact',
    file: 'src/designer/a.tsx',
    text: `${view}export const A = () => <p>Hello</p>;`,
    says: /names no other/,
  },
  {
    rule: 'tsx-place',
    what: 'JSX in a pure layer',
    file: 'src/engine/a.tsx',
    text: 'export const a = 1;',
    says: /holds no .tsx file/,
  },
  {
    rule: 'tsx-place',
    what: 'JSX of an element beside its view and its form',
    file: 'src/elements/choice/list.tsx',
    text: 'export const a = 1;',
    says: /holds no .tsx file/,
  },
  {
    rule: 'place',
    what: 'a file in no layer',
    file: 'src/services/a.ts',
    text: 'export const a = 1;',
    says: /put it in a layer/,
  },
  {
    rule: 'place',
    what: 'a file that lies loose among the element types',
    file: 'src/elements/shared.ts',
    text: 'export const a = 1;',
    says: /put it in a layer/,
  },
  {
    rule: 'file-name',
    what: 'a file of leftovers',
    file: 'src/engine/date-utils.ts',
    text: 'export const a = 1;',
    says: /"date-utils.ts" says nothing/,
  },
  {
    rule: 'file-name',
    what: 'a folder of leftovers',
    file: 'test/common/a.ts',
    text: 'export const a = 1;',
    says: /"common" says nothing/,
  },
  {
    rule: 'file-size',
    what: 'a file of 401 lines',
    file: 'src/engine/a.ts',
    text: 'export {};\n'.repeat(401),
    says: /401 lines are too many/,
  },
];

const allowed: readonly (readonly [what: string, file: string, text: string])[] = [
  ['an import down the table', 'src/engine/a.ts', "import { ok } from '#prelude/result.ts';"],
  ['a neighbor in the same layer', 'src/engine/a.ts', "import { b } from './deeper/b.ts';"],
  ['a table that names an element type', 'src/elements/types.ts', "export { choice } from './choice/choice.ts';"],
  ['a view that uses the parts', 'src/elements/choice/view.tsx', `${view}import { Text } from '#parts/text.tsx';`],
  ['the player element in the desk', 'src/desk/a.tsx', "import '#player/element.ts';"],
  ['the layout engine in a worker', 'src/map/layout.worker.ts', "import ELK from 'elkjs/lib/elk.bundled.js';"],
  [
    'types of the layout engine beside its worker',
    'src/map/layout.ts',
    "import type { ElkNode } from 'elkjs/lib/elk-api.js';",
  ],
  ['the address of a worker', 'src/map/layout.ts', "import url from './layout.worker.ts?worker&url';"],
  ['anything at all in a test', 'src/prelude/a.test.ts', "import { app } from '#server/app.ts';\nimport 'node:fs';"],
  [
    'a sample, by the list of samples',
    'src/samples/a.ts',
    "import a from '../../samples/a-b.interaction.json' with { type: 'json' };",
  ],
  ['the version of the product', 'src/cli/a.ts', "import packageJson from '../../package.json' with { type: 'json' };"],
  ['400 lines', 'src/engine/a.ts', 'export {};\n'.repeat(400)],
  ['a constant beside names passed on', 'src/engine/a.ts', "export const a = 1;\nexport { b } from './b.ts';"],
];

describe('a planted violation is found', () => {
  it.each(planted)('$what', ({ rule, file, text, says }) => {
    const found = checkFiles(new Map([[file, text]])).filter((each) => each.rule === rule);
    expect(found).toEqual([expect.objectContaining({ file, says: expect.stringMatching(says) })]);
  });

  it('tells the line', () => {
    const text = "import { ok } from '#prelude/result.ts';\n\nimport { a } from '#server/a.ts';\n";
    const found = checkFiles(new Map([['src/store/a.ts', text]]));
    expect(found.map((each) => each.line)).toEqual([3]);
  });

  it('for every rule', () => {
    const tried = new Set(planted.map((each) => each.rule));
    expect(RULES.map((rule) => rule.name).filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe('what the table allows is left alone', () => {
  it.each(allowed)('%s', (_what, file, text) => {
    expect(checkFiles(new Map([[file, text]]))).toEqual([]);
  });
});
