import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const src = join(import.meta.dirname, 'src');

/** A page is a layer with an `index.html`: it is built to, and served under, the layer's name. */
export const pages = readdirSync(src)
  .map((layer) => join(src, layer, 'index.html'))
  .filter((page) => existsSync(page));

const preact = [/\/src\/(player|parts)\//, /\/src\/elements\/.*views?\.tsx$/];

export default defineConfig({
  root: src,
  // Hot updates know React only; Preact files are loaded anew.
  plugins: [react({ exclude: [/\/node_modules\//, ...preact] })],
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    rolldownOptions: { input: pages },
    sourcemap: true,
    // The page's security policy lets nothing in that is written into an address.
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': `http://127.0.0.1:${process.env.WAYMARK_PORT ?? 8080}` },
  },
});
