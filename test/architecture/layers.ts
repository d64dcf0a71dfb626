/** Which of the three TypeScript programs a layer's plain `.ts` files belong to. */
export type RunsIn = 'anywhere' | 'node' | 'browser';

export interface Layer {
  /**
   * A folder of `src/` (ends in a slash) or one file that has a row of its own.
   * `<type>` stands for the folder of any one element type.
   */
  readonly row: string;
  readonly holds: string;
  /** Rows of this table, or names of {@link GROUPS}. Its own files may always import each other. */
  readonly mayImport: readonly string[];
  readonly runsIn: RunsIn;
  /** Said to whoever imports this row and may not: what to do instead. */
  readonly instead?: string;
}

const contractAndBelow = ['contract/', 'expressions/', 'prelude/'];
const formatAndBelow = ['format/', ...contractAndBelow];
const engineAndBelow = ['engine/', ...formatAndBelow];
const pureLayers = [...engineAndBelow, 'checks/', 'measures/', 'simulation/', 'samples/', 'elements/catalog.ts'];

/** Short names for sets of rows that many layers may import. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'contract and below': contractAndBelow,
  'format and below': formatAndBelow,
  'engine and below': engineAndBelow,
  'pure layers': pureLayers,
};

const askTheCatalog =
  'Only elements/types.ts, type-views.tsx and type-forms.tsx name an element type; ask the catalog instead.';
const useTheElement = 'Outside player/ only player/element.ts is known; use <waymark-player> instead.';

/**
 * The layers of `src/`, from the bottom up. This table is the architecture: the test beside it walks every import of
 * `src/` by it, and ARCHITECTURE.md shows it to people.
 */
export const LAYERS: readonly Layer[] = [
  {
    row: 'prelude/',
    holds: 'branded ids, Result, assertNever, the ports of clock, chance and ids, the calendar, limits',
    mayImport: [],
    runsIn: 'anywhere',
  },
  {
    row: 'expressions/',
    holds: 'FEEL: parse, check types, compile, evaluate within a budget, describe in words',
    mayImport: ['prelude/'],
    runsIn: 'anywhere',
  },
  {
    row: 'contract/',
    holds: 'what an element type must say; commands, events, visits, problems, the page model',
    mayImport: ['expressions/', 'prelude/'],
    runsIn: 'anywhere',
  },
  {
    row: 'format/',
    holds: 'the Interaction file: schema, parse, migrate, write, hash, graph, patches, diff',
    mayImport: ['contract and below'],
    runsIn: 'anywhere',
  },
  {
    row: 'engine/',
    holds: 'compile, decide, evolve; sessions, going back, pages; the runner of the tests in a file',
    mayImport: ['format and below'],
    runsIn: 'anywhere',
  },
  {
    row: 'checks/',
    holds: 'the registry of checks, one file each',
    mayImport: ['engine and below'],
    runsIn: 'anywhere',
  },
  {
    row: 'measures/',
    holds: 'the measures of reports, one file each',
    mayImport: ['format and below'],
    runsIn: 'anywhere',
  },
  {
    row: 'simulation/',
    holds: 'simulated people: profiles of how they answer and how long they take, driving the engine',
    mayImport: ['engine and below'],
    runsIn: 'anywhere',
  },
  {
    row: 'samples/',
    holds: 'the list of the sample Interactions; the files lie in the folder `samples` beside `src`',
    mayImport: ['format and below'],
    runsIn: 'anywhere',
  },
  {
    row: 'elements/<type>/',
    holds: 'one element type: what it says and does, fixtures, README',
    mayImport: ['contract and below'],
    runsIn: 'anywhere',
    instead: askTheCatalog,
  },
  {
    row: 'elements/<type>/view.tsx',
    holds: 'its part of the page (Preact)',
    mayImport: ['contract and below', 'parts/'],
    runsIn: 'browser',
    instead: askTheCatalog,
  },
  {
    row: 'elements/<type>/form*.tsx',
    holds: 'its settings form and the parts of it in `form/`, where the form made from the schema falls short (React)',
    mayImport: ['contract and below', 'ui/'],
    runsIn: 'browser',
    instead: askTheCatalog,
  },
  {
    row: 'elements/types.ts',
    holds: 'the table of element types, one line each',
    mayImport: ['elements/<type>/'],
    runsIn: 'anywhere',
    instead: askTheCatalog,
  },
  {
    row: 'elements/type-views.tsx',
    holds: 'the table of page parts, one line each',
    mayImport: ['elements/<type>/view.tsx'],
    runsIn: 'browser',
  },
  {
    row: 'elements/type-forms.tsx',
    holds: 'the table of settings forms, one line each',
    mayImport: ['elements/<type>/form*.tsx'],
    runsIn: 'browser',
  },
  {
    row: 'elements/catalog.ts',
    holds: 'the element types by name, in order; handed in to format, engine, checks and measures',
    mayImport: ['elements/types.ts', 'contract and below'],
    runsIn: 'anywhere',
    instead: 'The catalog is handed in as an argument.',
  },
  {
    row: 'elements/views.tsx',
    holds: 'the page parts by element type',
    mayImport: ['elements/type-views.tsx', 'contract and below', 'parts/'],
    runsIn: 'browser',
  },
  {
    row: 'elements/forms.tsx',
    holds: 'the settings forms by element type',
    mayImport: ['elements/type-forms.tsx', 'contract and below', 'ui/'],
    runsIn: 'browser',
  },
  {
    row: 'api/',
    holds: 'requests, responses and errors of every route, live events, player messages; one file a resource',
    mayImport: ['format and below'],
    runsIn: 'anywhere',
  },
  {
    row: 'store/',
    holds: 'PostgreSQL: embedded server, migrations, queries, the step writer; the DuckDB replica and its feed',
    mayImport: ['pure layers'],
    runsIn: 'node',
  },
  {
    row: 'server/',
    holds: 'the app, HTTP concerns, one folder per resource (routes, commands, policy, present), live events, the demo',
    mayImport: ['pure layers', 'api/', 'store/'],
    runsIn: 'node',
  },
  {
    row: 'cli/',
    holds: 'the `waymark` program, one file per command',
    mayImport: ['pure layers', 'api/', 'store/', 'server/'],
    runsIn: 'node',
  },
  {
    row: 'parts/',
    holds: 'what page parts share: text, field, choice list (Preact)',
    mayImport: ['contract/', 'prelude/'],
    runsIn: 'browser',
  },
  {
    row: 'ui/',
    holds: 'the design kit (React): tokens, theme, own components, moments in words, the one way to start a worker',
    mayImport: ['prelude/'],
    runsIn: 'browser',
  },
  {
    row: 'map/',
    holds: 'the drawing of an Interaction with overlays, read-only; the one place that knows React Flow',
    mayImport: ['pure layers', 'ui/'],
    runsIn: 'browser',
  },
  {
    row: 'player/',
    holds: 'session client, stage, local engine as a second chunk (Preact)',
    mayImport: ['pure layers', 'api/', 'parts/', 'elements/views.tsx'],
    runsIn: 'browser',
    instead: useTheElement,
  },
  {
    row: 'player/element.ts',
    holds: 'the custom element <waymark-player>',
    mayImport: ['pure layers', 'api/', 'parts/', 'elements/views.tsx'],
    runsIn: 'browser',
  },
  {
    row: 'designer/',
    holds: 'the designer: document, commands, behaviours, gestures on the map, outline, inspector, panels',
    mayImport: ['pure layers', 'api/', 'ui/', 'map/', 'elements/forms.tsx', 'player/element.ts'],
    runsIn: 'browser',
  },
  {
    row: 'desk/',
    holds: "the agent's desk",
    mayImport: ['prelude/', 'api/', 'ui/', 'player/element.ts'],
    runsIn: 'browser',
  },
  {
    row: 'console/',
    holds: 'administration and reports',
    mayImport: ['pure layers', 'api/', 'ui/', 'map/', 'player/element.ts'],
    runsIn: 'browser',
  },
];
