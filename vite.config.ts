import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Written in Preact itself, by a pragma in each file: React's plugin must not touch them. */
const PREACT_FILES = [/\/src\/(parts|player)\//, /\/src\/elements\/.*view\.tsx$/];

/** Every path below the first is answered with the second; `/sign-in` is a page of the console. */
const PAGES = [
  ['/designer', '/designer/index.html'],
  ['/console', '/console/index.html'],
  ['/sign-in', '/console/index.html'],
  ['/desk', '/desk/index.html'],
  ['/play', '/player/index.html'],
  ['/ui-gallery', '/ui/gallery/index.html'],
] as const;

/** Answers in development as the server does in production: a deep link gets its application's page. */
function devRoutes(): Plugin {
  return {
    name: 'waymark-dev-routes',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        const found = PAGES.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`));
        if (path === '/') request.url = '/console/index.html';
        else if (found && !/\.[a-z]+$/.test(path)) request.url = found[1];
        next();
      });
    },
  };
}

/** Languages in which React Aria speaks to screen readers; its other thirty would weigh as much as a whole screen. */
const SPOKEN = ['en-US', 'de-DE', 'es-ES', 'fr-FR', 'ar-AE'];

/** Empties the texts of all other languages; React Aria then falls back to the nearest one that is left. */
function fewerLocales(): Plugin {
  return {
    name: 'waymark-fewer-locales',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /\/react-(aria|stately)\/.*\/intl\/.*\/[a-z]{2}-[A-Z]{2}\.mjs$/ },
      handler(id) {
        const isSpoken = SPOKEN.some((locale) => id.endsWith(`/${locale}.mjs`));
        return isSpoken ? null : 'export default undefined;';
      },
    },
  };
}

/**
 * React Aria empties its announcements by `innerHTML = ''`, which Trusted Types refuse: a date typed in would bring the
 * page down. Fails when the library says it otherwise, so that this is looked at again.
 */
function emptyWithoutHtml(): Plugin {
  return {
    name: 'waymark-empty-without-html',
    apply: 'build',
    transform: {
      filter: { id: /\/react-aria\/dist\/private\/.*\/LiveAnnouncer\.mjs$/ },
      handler(code) {
        const mended = code.replaceAll(/\.innerHTML = ''/g, '.replaceChildren()');
        if (mended === code || mended.includes('innerHTML'))
          this.error('LiveAnnouncer has changed; see vite.config.ts.');
        return { code: mended, map: null };
      },
    },
  };
}

/**
 * One page an application: `designer/index.html` and so on. The server answers every path below `/designer` with that page.
 * `--mode gallery` builds the page of all components instead, which is never shipped.
 */
export default defineConfig(({ mode }) => ({
  root: here('./src'),
  publicDir: here('./src/ui/public'),
  cacheDir: here('./.cache/vite'),
  appType: 'mpa',
  resolve: {
    alias: {
      // Its version for browsers reads entities by `innerHTML`, which Trusted Types refuse and workers do not have.
      'decode-named-character-reference': here('./node_modules/decode-named-character-reference/index.js'),
    },
  },
  plugins: [react({ exclude: [/\/node_modules\//, ...PREACT_FILES] }), devRoutes(), fewerLocales(), emptyWithoutHtml()],
  // The server puts the nonce of each answer in this word's place; only styles that a library makes at run time need it.
  html: { cspNonce: '__WAYMARK_NONCE__' },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: process.env.WAYMARK_DEV_API ?? 'http://127.0.0.1:8080' } },
  },
  worker: { format: 'es' },
  experimental: {
    // The player is also loaded from pages of other sites: its further parts are found beside it, not at their root.
    renderBuiltUrl: (_file, { hostType }) => (hostType === 'js' ? { relative: true } : undefined),
  },
  build: {
    outDir: here(mode === 'gallery' ? './.cache/gallery' : './dist/web'),
    emptyOutDir: true,
    manifest: true,
    target: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // data: addresses would need holes in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input:
        mode === 'gallery'
          ? { gallery: here('./src/ui/gallery/index.html') }
          : {
              designer: here('./src/designer/index.html'),
              console: here('./src/console/index.html'),
              desk: here('./src/desk/index.html'),
              player: here('./src/player/index.html'),
              'waymark-player': here('./src/player/element.ts'),
            },
      output: {
        // One script tag on anybody's page loads the player: its address must not change with its content.
        entryFileNames: (chunk) => (chunk.name === 'waymark-player' ? 'waymark-player.js' : 'assets/[name]-[hash].js'),
        // A module that sets things up for those after it (zod without eval, the theme) must run before them across chunks too.
        strictExecutionOrder: true,
      },
    },
  },
}));
