import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

const PACKAGE_JSON = 'package.json';
const SAMPLE = /^samples\/[a-z0-9-]+\.interaction\.json$/;

/** Files outside `src/` that the product reads: its version stands in one, and one module lists the samples. */
export function mayReadOutside(from: string, target: string): boolean {
  return target === PACKAGE_JSON || (from.startsWith('src/samples/') && SAMPLE.test(target));
}

/** Where an import leads. Paths are from the root of the project. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'computed' };

export interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly target: Target;
  /** `now` when the file is loaded, `later` by `import()`, `never` for types. */
  readonly loads: 'now' | 'later' | 'never';
}

export interface SourceFile {
  /** From the root of the project, such as `src/engine/decide.ts`. */
  readonly path: string;
  readonly text: string;
  readonly isTest: boolean;
  readonly imports: readonly Import[];
  /** Lines of `export * …`. */
  readonly starExports: readonly number[];
  readonly hasJsx: boolean;
  /** True where every statement is an import or passes on what another file made. */
  readonly onlyPassesOn: boolean;
}

/** Reads what the rules ask of a file: each import, whether static, dynamic, of a type or passed on. */
export function readSource(path: string, text: string): SourceFile {
  const { module, program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`);
  const imports: Import[] = [];
  const add = (specifier: string, offset: number, loads: Import['loads']) =>
    imports.push({ specifier, line: lineAt(text, offset), target: resolve(path, specifier), loads });
  const addComputed = (offset: number) =>
    imports.push({ specifier: '', line: lineAt(text, offset), target: { kind: 'computed' }, loads: 'later' });

  for (const { moduleRequest, start, entries } of module.staticImports) {
    const isType = entries.length > 0 && entries.every((entry) => entry.isType);
    add(moduleRequest.value, start, isType ? 'never' : 'now');
  }
  const passedOn = module.staticExports.flatMap((entry) => entry.entries).filter((entry) => entry.moduleRequest);
  for (const entry of passedOn)
    if (entry.moduleRequest) add(entry.moduleRequest.value, entry.start, entry.isType ? 'never' : 'now');

  let hasJsx = false;
  if (path.endsWith('.tsx') || /\bimport\s*\(|\bimport\.meta\.glob/.test(text)) {
    new Visitor({
      JSXOpeningElement() {
        hasJsx = true;
      },
      JSXOpeningFragment() {
        hasJsx = true;
      },
      ImportExpression(node) {
        if (node.source.type === 'Literal') add(String(node.source.value), node.start, 'later');
        else addComputed(node.start);
      },
      TSImportType(node) {
        add(node.source.value, node.start, 'never');
      },
      MemberExpression(node) {
        const isGlob = node.property.type === 'Identifier' && node.property.name === 'glob';
        if (isGlob && node.object.type === 'MetaProperty') addComputed(node.start);
      },
    }).visit(program);
  }

  const importedNames = new Set(
    module.staticImports.flatMap((statement) => statement.entries.map((entry) => entry.localName.value)),
  );
  return {
    path,
    text,
    isTest: !path.startsWith('src/') || /\.test\.tsx?$/.test(path),
    imports,
    hasJsx,
    starExports: passedOn
      .filter((entry) => entry.exportName.kind === 'None' || /^export\s+(type\s+)?\*/.test(text.slice(entry.start)))
      .map((entry) => lineAt(text, entry.start)),
    onlyPassesOn:
      program.body.some((node) => node.type.startsWith('Export')) &&
      program.body.every((node) => {
        if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') return true;
        if (node.type !== 'ExportNamedDeclaration') return false;
        if (node.source) return true;
        return (
          !node.declaration &&
          node.specifiers.length > 0 &&
          node.specifiers.every((each) => each.local.type === 'Identifier' && importedNames.has(each.local.name))
        );
      }),
  };
}

function resolve(from: string, specifier: string): Target {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('#test/')) return { kind: 'file', path: bare.slice(1) };
  if (bare.startsWith('#')) return { kind: 'file', path: `src/${bare.slice(1)}` };
  if (bare.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(from), bare) };
  if (bare.startsWith('node:') || builtinModules.includes(bare)) return { kind: 'node', name: bare };
  const parts = bare.split('/');
  return { kind: 'package', name: parts.slice(0, bare.startsWith('@') ? 2 : 1).join('/') };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
