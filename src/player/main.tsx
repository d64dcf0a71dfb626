/** @jsxImportSource preact */
import './element.ts';
import './play-page.css';
import { render } from 'preact';
import { wordsFor } from '#parts/words.ts';
import { startSession } from './server-source.ts';
import type { PlayerSource } from './source.ts';
import { backoff } from './waiting.ts';

/**
 * The page that plays one Interaction to whoever opens `/play/ACCOUNT/INTERACTION`. The session it starts stands in its
 * address from then on, so that a reload goes on with it.
 */
const [, , account = '', interaction = ''] = location.pathname.split('/').map(decodeURIComponent);
const query = new URLSearchParams(location.search);
const language = query.get('language') ?? undefined;
const words = wordsFor(language ?? navigator.language);
const place = document.getElementById('root');

function play(session: string): void {
  if (!place) return;
  const player = document.createElement('waymark-player');
  player.autofocus = true;
  player.toggleAttribute('served', true);
  player.setAttribute('heading', '1');
  player.source = { kind: 'session', account, session } satisfies PlayerSource;
  player.addEventListener('waymark-page', (event) => {
    document.title = (event as CustomEvent<{ name: string }>).detail.name;
  });
  const main = document.createElement('main');
  main.append(player);
  place.replaceChildren(main);
}

function say(text: string, signIn = false): void {
  if (!place) return;
  const to = `/sign-in?${new URLSearchParams({ to: location.pathname + location.search })}`;
  render(
    <main class="play-message">
      <p role="status">{text}</p>
      {signIn && <a href={to}>{words.signIn}</a>}
    </main>,
    place,
  );
}

async function begin(): Promise<void> {
  const known = query.get('session');
  if (known) return play(known);
  const key = crypto.randomUUID();
  for (let tries = 0; ; tries++) {
    const start = { interaction, kind: 'live', client: 'web', ...(language ? { language } : {}) } as const;
    const reply = await startSession({ account }, start, key);
    switch (reply.kind) {
      case 'now':
        query.set('session', reply.session.id);
        history.replaceState(null, '', `${location.pathname}?${query}`);
        return play(reply.session.id);
      case 'away':
        say(words.away[reply.why].trying);
        await new Promise((resolve) => setTimeout(resolve, backoff(tries, Math.random(), reply.retryAfter)));
        break;
      default:
        return say(
          reply.kind === 'closed' && reply.code === 'sign-in.needed' ? words.signInFirst : words.cannotStart,
          reply.kind === 'closed' && reply.code === 'sign-in.needed',
        );
    }
  }
}

void begin();
