import { build } from 'vite';

const HERE = 'bench/screen/bare';
const BUILT = '.cache/bench-screen';

/** Builds the pages that the product is measured beside, which are never shipped; tells where they are. */
export async function barePages(): Promise<string> {
  await build({
    configFile: false,
    root: HERE,
    logLevel: 'error',
    build: {
      outDir: `${process.cwd()}/${BUILT}`,
      emptyOutDir: true,
      target: 'chrome123',
      rolldownOptions: { input: ['flow', 'radios', 'canvas'].map((name) => `${HERE}/${name}.html`) },
    },
  });
  return BUILT;
}
