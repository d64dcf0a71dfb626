import { FlaskConical, RotateCcw } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Interaction, Variable } from '#format/interaction.ts';
import type { WaymarkPlayer } from '#player/element.ts';
import type { AccountId, ElementId, ElementPath } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Reasons } from '#ui/reasons.tsx';
import { RunActs } from '#ui/run-acts.tsx';
import { useEditor, useEditorState, useInteraction } from '../page/editor-context.ts';
import { useOutcomeWords } from '../server/account-known.tsx';
import { Unread } from '../server/loaded.tsx';
import { type PreviewPage, PreviewPlayer } from './preview-player.tsx';
import { usePreviewWorld } from './preview-world.ts';

export interface PreviewPanelProps {
  account: AccountId | undefined;
  /** Told where the run stands, so that the map can show it. */
  onCurrent: (element: ElementId | undefined) => void;
}

/** The real player on the working copy. What is edited is seen at once, and answers stay. */
export function PreviewPanel({ account, onCurrent }: PreviewPanelProps) {
  const editor = useEditor();
  const interaction = useContent();
  const { from } = useEditorState((state) => state.view.preview);
  const selected = useEditorState((state) => state.selected);
  const panel = useRef<HTMLDivElement>(null);
  const player = useRef<WaymarkPlayer>(undefined);
  // A run begins in the language that the one before it ended in; in between it is changed in the player itself.
  const [language, setLanguage] = useState<string>(interaction.languages[0]);
  const spoken = useRef(language);
  const [page, setPage] = useState<PreviewPage | null>(null);
  const [run, setRun] = useState(0);
  const [variables, setVariables] = useState<JsonObject>({});
  const outcomeWords = useOutcomeWords();
  const { world, reading } = usePreviewWorld(account, interaction, language);
  const start = from ?? interaction.start;
  const topics = useMemo(() => entryPointsOf(interaction), [interaction]);
  const only = selected.length === 1 ? selected[0] : undefined;

  const onPage = useCallback(
    (now: PreviewPage | null) => {
      setPage(now);
      if (now) spoken.current = now.language;
      onCurrent(now?.element);
    },
    [onCurrent],
  );
  const again = (element: ElementId | undefined) => {
    setVariables({});
    setLanguage(spoken.current);
    setRun((before) => before + 1);
    editor.look({ preview: { from: element } });
  };

  const keep = async () => {
    const events = player.current?.runEvents;
    if (!events) return;
    const { keepRun } = await import('../tests/keep-run.ts');
    await keepRun(editor, account, { events, values: world.values });
  };

  return (
    <div className="panel-preview" ref={panel}>
      <div className="panel-row panel-preview-head">
        <Button size="small" icon={<RotateCcw />} onPress={() => again(from)}>
          {from === undefined ? 'Again' : `Again from “${interaction.elements[from]?.name ?? from}”`}
        </Button>
        {from === undefined ? null : (
          <Button size="small" onPress={() => again(undefined)}>
            From the start
          </Button>
        )}
        {only === undefined || only === from ? null : (
          <Button size="small" onPress={() => again(only)}>
            From here
          </Button>
        )}
        {start === undefined || start !== interaction.start ? null : (
          <Button size="small" icon={<FlaskConical />} onPress={() => void keep()}>
            Keep as test
          </Button>
        )}
        {page === null ? null : (
          <RunActs
            page={page.name}
            topics={topics}
            within={panel}
            onJump={(to) => void player.current?.command({ kind: 'jump', to })}
            why={() => <Reasons reasons={player.current?.why ?? []} none="Nothing is known of the way to this page." />}
          />
        )}
      </div>
      <Unread read={reading} what="Account values, without which this runs," isInset />
      {start === undefined ? (
        <EmptyState title="Nothing to preview yet">Insert a first element; it becomes the start.</EmptyState>
      ) : (
        <PreviewPlayer
          key={`${run} ${from ?? ''} ${language}`}
          interaction={interaction}
          from={from}
          language={language}
          world={world}
          outcomeWords={outcomeWords}
          player={player}
          onPage={onPage}
          onVariables={setVariables}
        />
      )}
      <Values variables={variables} interaction={interaction} />
    </div>
  );
}

/** The file without what a run does not see: moving a card begins nothing anew. */
function useContent(): Interaction {
  const interaction = useInteraction();
  const { elements, connectors, variables, start, languages } = interaction;
  // biome-ignore lint/correctness/useExhaustiveDependencies: layout and comments are no part of a run
  return useMemo(() => interaction, [elements, connectors, variables, start, languages]);
}

/** As they are drawn now: the run is told of an edit only when it goes on. */
function entryPointsOf({ elements }: Interaction) {
  return (Object.entries(elements) as [ElementId, Interaction['elements'][ElementId]][]).flatMap(([id, element]) =>
    element?.entryPoint ? [{ element: id as unknown as ElementPath, name: element.name }] : [],
  );
}

function Values({ variables, interaction }: { variables: JsonObject; interaction: Interaction }) {
  const declared = Object.entries(interaction.variables) as [string, Variable][];
  if (declared.length === 0) return null;
  return (
    <section className="panel-values" aria-label="Variables of the preview">
      <h3>Variables</h3>
      <dl>
        {declared.map(([key, { label }]) => (
          <div key={key}>
            <dt>{label || key}</dt>
            <dd>{shown(variables[key])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function shown(value: Json | undefined): string {
  if (value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
