import { CirclePause, CircleQuestionMark, CircleStop, Forward, Signpost } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { WaymarkPlayer } from '#player/element.ts';
import type { ElementId, SessionId } from '#prelude/ids.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { showToast } from '#ui/toasts.ts';
import { tellSignedOut } from '../app/call.ts';
import { readStored, writeStored } from '../app/stored.ts';
import { useWho } from '../app/who.ts';
import { KindBadge } from '../kind-badge.tsx';
import type { OpenSession } from '../open-sessions.ts';
import { DESK_KEYS, deskKeyOf } from '../shortcuts.ts';
import { EndPanel } from './end-panel.tsx';
import { halfTypedText } from './half-typed.ts';
import { Information } from './information.tsx';
import { Notes } from './notes.tsx';
import { PlayerFrame, type SessionShown, type Stepped } from './player-frame.tsx';
import type { OpenDialog } from './session-dialogs.tsx';
import { isTold, outcomeWords, summaryText, type Told, tell } from './summary.ts';
import { Timers } from './timers.tsx';
import { Trail } from './trail.tsx';
import type { HandOver } from './transfer-dialog.tsx';

interface SessionPageProps {
  readonly id: SessionId;
  /** Others are open beside it; only one is in sight, all go on. */
  readonly isShown: boolean;
  readonly startsAgain: boolean;
  changed(session: OpenSession): void;
  startAgain(): void;
  nextCall(): void;
}

const NOTHING: Told = { name: '', answers: [], notes: [] };

/** Fetched beside the first page, not before it: a call begins without them. */
const dialogs = () => import('./session-dialogs.tsx');
const SessionDialogs = lazy(async () => ({ default: (await dialogs()).SessionDialogs }));

const ACTS = [
  { key: 'why', icon: <CircleQuestionMark />, label: 'Why am I here' },
  { key: 'jump', icon: <Signpost />, label: 'Other topic' },
  { key: 'transfer', icon: <Forward />, label: 'Transfer' },
  { key: 'pause', icon: <CirclePause />, label: 'Pause' },
  { key: 'quit', icon: <CircleStop />, label: 'Quit' },
] as const satisfies readonly { readonly key: OpenDialog; readonly icon: ReactNode; readonly label: string }[];

/** One call: the page in the middle, the way that led there, and what is at hand beside it. */
export function SessionPage({ id, isShown, startsAgain, changed, startAgain, nextCall }: SessionPageProps) {
  const { account } = useWho();
  const player = useRef<WaymarkPlayer>(null);
  const notes = useRef<{ focus(): void }>(null);
  const trail = useRef<{ focus(): void }>(null);
  const [session, setSession] = useState<SessionShown>();
  const [dialog, setDialog] = useState<OpenDialog>();
  const [ahead, setAhead] = useState(0);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [told, setTold] = useState(() => readStored(sessionStorage, `waymark.told.${id}`, NOTHING, isTold));
  const page = session?.page ?? undefined;

  const keepTold = useCallback(
    (next: Told) => {
      setTold(next);
      writeStored(sessionStorage, `waymark.told.${id}`, next);
    },
    [id],
  );
  // The page by which the clock was compared: not the first, which may have been entered long before.
  const timed = useRef<number>(undefined);
  const take = (now: SessionShown) => {
    timed.current ??= now.page?.n;
    setSession(now);
    changed({ id, name: now.name, kind: kindOf(now), status: now.status });
    const { page: shown } = now;
    if (!shown) return;
    keepTold(tell(now.name, shown, undefined));
    setNames((before) => {
      const after = new Map(before).set(shown.element, shown.name);
      for (const { element, name } of shown.trail) after.set(element, name);
      return after;
    });
  };
  const step = ({ command, session: now }: Stepped) => {
    // The page that was just entered tells how far this clock is ahead of the server's.
    if (now.page && now.page.n !== timed.current) setAhead(Date.now() - now.page.enteredAt);
    timed.current = now.page?.n;
    if (page && command.kind === 'answer') keepTold(tell(now.name, page, command.value));
    if (command.kind === 'transfer' && command.to.number !== undefined) {
      const through = `Put through to ${command.to.number}${command.note ? `: ${command.note}` : ''}`;
      keepTold({ ...told, notes: [...told.notes, through] });
    }
    take(now);
  };

  const is = (ability: string) => session?.abilities.includes(ability) ?? false;
  const running = session?.status === 'waiting';
  const may = {
    why: page !== undefined,
    transfer: running && is('transfer'),
    return: running && is('return') && page?.returns !== undefined,
    pause: running && is('pause'),
    quit: page !== undefined && is('quit'),
    jump: running && is('jump') && (page?.entryPoints.length ?? 0) > 0,
    back: running && is('back'),
    note: page !== undefined && is('note'),
  };
  const act = (command: Parameters<WaymarkPlayer['command']>[0]) => {
    // Gone before the command: an open window takes the focus back from the page that comes.
    flushSync(() => setDialog(undefined));
    void player.current?.command(command).then((outcome) => {
      if (outcome.kind === 'refused') showToast({ text: outcome.message, tone: 'danger' });
    });
  };
  const handOver = async ({ to, note }: HandOver) => {
    const target = { [to.kind]: to.id };
    const outcome = await player.current?.command({ kind: 'transfer', to: target, ...(note ? { note } : {}) });
    if (outcome?.kind === 'refused') return outcome.message;
    if (outcome?.kind !== 'done') return 'It moved on meanwhile. Look where it stands, then try again.';
    showToast({ text: `Handed to ${to.name}` });
    // Put through to outside, the session is over: what there was to tell is wanted now.
    if (to.kind === 'number') setDialog(undefined);
    else nextCall();
    return undefined;
  };

  // At hand before they are asked for, whatever becomes of the line; what fails now is fetched when it is needed.
  useEffect(() => void dialogs().catch(() => undefined), []);
  const keys = useRef<(event: KeyboardEvent) => void>(() => undefined);
  keys.current = (event) => {
    // A key that the player took means one thing only.
    const key = event.defaultPrevented ? undefined : deskKeyOf(event);
    const dialogKey = ACTS.find((each) => each.key === key)?.key;
    if (key === 'notes') {
      const inNotes = document.activeElement?.closest('.desk-notes') !== null;
      if (inNotes) player.current?.focus();
      else notes.current?.focus();
    } else if (key === 'trail') trail.current?.focus();
    else if (key === 'return' && may.return) act({ kind: 'return' });
    else if (dialogKey && may[dialogKey]) setDialog(dialogKey);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    if (!isShown) return;
    const listen = (event: KeyboardEvent) => keys.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isShown]);
  useEffect(() => {
    if (isShown) player.current?.focus();
  }, [isShown]);

  const isOver = session !== undefined && session.page === null;
  const summary = session ? summaryText({ ...told, name: session.name }, outcomeWords(session), id) : '';

  return (
    <div className="desk-session" hidden={!isShown}>
      <header className="desk-session-head">
        <h1>{session?.name ?? <span className="wm-hidden">Session</span>}</h1>
        <KindBadge kind={session && kindOf(session)} />
        {session?.status === 'paused' ? <Badge tone="warning">Paused</Badge> : null}
        <div className="desk-session-acts">
          {ACTS.map(({ key, icon, label }) =>
            may[key] ? (
              <Button
                key={key}
                variant="quiet"
                size="small"
                icon={icon}
                aria-keyshortcuts={DESK_KEYS[key].shortcut}
                onPress={() => setDialog(key)}
              >
                {label}
              </Button>
            ) : null,
          )}
        </div>
      </header>
      <div className="desk-session-body">
        <Trail
          entries={
            page?.trail ??
            told.answers.map((each, n) => ({ ...each, n, element: '' as ElementId, answer: each.answer ?? '' }))
          }
          current={page?.name}
          mayGoBack={may.back}
          focusable={trail}
          goBack={(to) => act({ kind: 'back', to })}
        />
        <div className="desk-stage">
          <PlayerFrame
            account={account.id}
            session={id}
            player={player}
            shown={take}
            stepped={step}
            failed={({ code }) => {
              if (code === 'sign-in.needed') tellSignedOut();
            }}
            end={
              isOver ? (
                <EndPanel
                  summary={summary}
                  isShown={isShown}
                  startsAgain={startsAgain}
                  startAgain={startAgain}
                  nextCall={nextCall}
                />
              ) : null
            }
          />
        </div>
        <aside className="desk-beside" aria-label="At hand">
          {page ? <Timers page={page} runs={isShown && running} ahead={ahead} /> : null}
          {page ? (
            <Notes
              session={id}
              notes={page.notes}
              names={names}
              mayWrite={may.note}
              focusable={notes}
              write={async (text) => {
                const outcome = await player.current?.command({ kind: 'note', text });
                return outcome?.kind === 'refused' ? outcome.message : undefined;
              }}
              leave={() => player.current?.focus()}
            />
          ) : null}
          {session ? <Information session={session} /> : null}
        </aside>
      </div>
      {page && dialog ? (
        <Suspense fallback={null}>
          <SessionDialogs
            open={dialog}
            session={id}
            page={page}
            halfTyped={halfTypedText(page, player.current?.typed ?? {})}
            act={act}
            handOver={handOver}
            close={() => setDialog(undefined)}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

function kindOf({ kind }: SessionShown): OpenSession['kind'] {
  return kind === 'live' || kind === 'test' || kind === 'practice' ? kind : undefined;
}
