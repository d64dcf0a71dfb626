#!/usr/bin/env node
// The `waymark` program. In a fresh checkout it first builds itself; what that says goes to standard error.
import { existsSync } from 'node:fs';

const program = new URL('../dist/cli.js', import.meta.url);
if (!existsSync(program)) {
  const { requireNode } = await import('../scripts/steps/project.mjs');
  const { install } = await import('../scripts/steps/install.mjs');
  const { build, forgetBuild } = await import('../scripts/steps/build.mjs');
  requireNode();
  await install();
  forgetBuild();
  await build();
}
await import(program.href);
