import { CirclePause, CircleStop, Signpost } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
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
import { Information } from './information.tsx';
import { JumpDialog } from './jump-dialog.tsx';
import { Notes } from './notes.tsx';
import { PlayerFrame, type SessionShown, type Stepped } from './player-frame.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { isTold, outcomeWords, summaryText, type Told, tell } from './summary.ts';
import { Timers } from './timers.tsx';
import { Trail } from './trail.tsx';

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
type OpenDialog = 'pause' | 'quit' | 'jump' | undefined;

const ACTS = [
  { key: 'jump', icon: <Signpost />, label: 'Other topic' },
  { key: 'pause', icon: <CirclePause />, label: 'Pause' },
  { key: 'quit', icon: <CircleStop />, label: 'Quit' },
] as const;

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
  const take = (now: SessionShown) => {
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
    if (now.page && now.page.n !== page?.n) setAhead(Date.now() - now.page.enteredAt);
    if (page && command.kind === 'answer') keepTold(tell(now.name, page, command.value));
    take(now);
  };

  const is = (ability: string) => session?.abilities.includes(ability) ?? false;
  const running = session?.status === 'waiting';
  const may = {
    pause: running && is('pause'),
    quit: page !== undefined && is('quit'),
    jump: running && is('jump') && (page?.entryPoints.length ?? 0) > 0,
    back: running && is('back'),
    note: page !== undefined && is('note'),
  };
  const act = (command: Parameters<WaymarkPlayer['command']>[0]) => {
    setDialog(undefined);
    void player.current?.command(command).then((outcome) => {
      if (outcome.kind === 'refused') showToast({ text: outcome.message, tone: 'danger' });
    });
  };

  const keys = useRef<(event: KeyboardEvent) => void>(() => undefined);
  keys.current = (event) => {
    const key = deskKeyOf(event);
    if (key === 'notes') {
      const inNotes = document.activeElement?.closest('.desk-notes') !== null;
      if (inNotes) player.current?.focus();
      else notes.current?.focus();
    } else if (key === 'trail') trail.current?.focus();
    else if ((key === 'pause' || key === 'quit' || key === 'jump') && may[key]) setDialog(key);
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
        <h1>{session?.name ?? ' '}</h1>
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
      {dialog === 'pause' ? (
        <ReasonDialog
          title="Pause the session"
          about="It stays as it is and can be resumed from the list at the desk."
          confirmLabel="Pause"
          confirm={(reason) => act({ kind: 'pause', ...(reason ? { reason } : {}) })}
          close={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'quit' ? (
        <ReasonDialog
          title="Quit the session"
          about="It ends here with the outcome Quit and cannot be resumed."
          confirmLabel="Quit session"
          isDestructive
          confirm={(reason) => act({ kind: 'quit', ...(reason ? { reason } : {}) })}
          close={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'jump' && page ? (
        <JumpDialog
          entryPoints={page.entryPoints}
          jump={(to) => act({ kind: 'jump', to })}
          close={() => setDialog(undefined)}
        />
      ) : null}
    </div>
  );
}

function kindOf({ kind }: SessionShown): OpenSession['kind'] {
  return kind === 'live' || kind === 'test' || kind === 'practice' ? kind : undefined;
}
