import type { Rule } from './rule.ts';
import { computedImport } from './rules/computed-import.ts';
import { fileName } from './rules/file-name.ts';
import { fileSize } from './rules/file-size.ts';
import { jsxDialect } from './rules/jsx-dialect.ts';
import { layerArrow } from './rules/layer-arrow.ts';
import { noBarrel } from './rules/no-barrel.ts';
import { nodeModules } from './rules/node-modules.ts';
import { packagePlace } from './rules/package-place.ts';
import { place } from './rules/place.ts';
import { specifierForm } from './rules/specifier-form.ts';
import { testsStayOutside } from './rules/tests-stay-outside.ts';
import { tsxPlace } from './rules/tsx-place.ts';
import { webOnlyFromWeb } from './rules/web-only-from-web.ts';
import { readSource } from './source-file.ts';

export const RULES: readonly Rule[] = [
  place,
  layerArrow,
  webOnlyFromWeb,
  specifierForm,
  packagePlace,
  nodeModules,
  testsStayOutside,
  computedImport,
  noBarrel,
  jsxDialect,
  tsxPlace,
  fileName,
  fileSize,
];

export interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly says: string;
}

/** Checks files given as path → text, so that a test can hand in files that exist nowhere. */
export function checkFiles(files: ReadonlyMap<string, string>): Violation[] {
  const violations: Violation[] = [];
  for (const [path, text] of files) {
    const file = readSource(path, text);
    for (const rule of RULES) {
      if (file.isTest && !rule.alsoTests) continue;
      for (const finding of rule.check(file)) violations.push({ rule: rule.name, file: path, ...finding });
    }
  }
  return violations;
}
