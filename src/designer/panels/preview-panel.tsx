import { FlaskConical, RotateCcw } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Interaction, Variable } from '#format/interaction.ts';
import type { WaymarkPlayer } from '#player/element.ts';
import type { AccountId, ElementId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Select } from '#ui/select.tsx';
import { useEditor, useEditorState, useInteraction } from '../page/editor-context.ts';
import { useOutcomeWords } from '../server/account-known.tsx';
import { languageName } from '../settings/language-name.ts';

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
  const [language, setLanguage] = useState(interaction.languages[0]);
  const [run, setRun] = useState(0);
  const [variables, setVariables] = useState<JsonObject>({});
  const player = useRef<WaymarkPlayer>(undefined);
  const outcomeWords = useOutcomeWords();
  const start = from ?? interaction.start;
  const only = selected.length === 1 ? selected[0] : undefined;

  const again = (element: ElementId | undefined) => {
    setVariables({});
    setRun((before) => before + 1);
    editor.look({ preview: { from: element } });
  };

  const keep = async () => {
    const events = player.current?.runEvents;
    if (!events) return;
    const { keepRun } = await import('../tests/keep-run.ts');
    await keepRun(editor, account, events);
  };

  return (
    <div className="panel-preview">
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
        {interaction.languages.length > 1 ? (
          <Select
            label="Language of the preview"
            isLabelHidden
            options={interaction.languages.map((tag) => ({ id: tag, label: languageName(tag) }))}
            value={language}
            onChange={(tag) => {
              setLanguage(tag);
              again(from);
            }}
          />
        ) : null}
      </div>
      {start === undefined ? (
        <EmptyState title="Nothing to preview yet">Insert a first element; it becomes the start.</EmptyState>
      ) : (
        <Player
          key={`${run} ${from ?? ''} ${language}`}
          player={player}
          interaction={interaction}
          from={from}
          language={language}
          outcomeWords={outcomeWords}
          onCurrent={onCurrent}
          onVariables={setVariables}
        />
      )}
      <Values variables={variables} interaction={interaction} />
    </div>
  );
}

interface PlayerProps {
  player: RefObject<WaymarkPlayer | undefined>;
  interaction: Interaction;
  from: ElementId | undefined;
  language: string;
  outcomeWords: (outcome: string) => string | undefined;
  onCurrent: (element: ElementId | undefined) => void;
  onVariables: (variables: JsonObject) => void;
}

function Player({ player, interaction, from, language, outcomeWords, onCurrent, onVariables }: PlayerProps) {
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef({ interaction, from, language, outcomeWords });
  latest.current = { interaction, from, language, outcomeWords };

  useEffect(() => {
    let isGone = false;
    void import('#player/element.ts').then(() => {
      if (isGone || !frame.current) return;
      const element = document.createElement('waymark-player');
      element.addEventListener('waymark-page', (event) => {
        onCurrent((event as CustomEvent<{ page?: { element: ElementId } }>).detail.page?.element);
      });
      element.addEventListener('waymark-variables', (event) => {
        onVariables((event as CustomEvent<JsonObject>).detail);
      });
      element.addEventListener('waymark-end', () => onCurrent(undefined));
      element.source = sourceOf(latest.current);
      player.current = element;
      frame.current.append(element);
    });
    return () => {
      isGone = true;
      player.current?.remove();
      player.current = undefined;
      onCurrent(undefined);
    };
  }, [player, onCurrent, onVariables]);

  useEffect(() => {
    if (player.current) player.current.source = sourceOf({ interaction, from, language, outcomeWords });
  }, [player, interaction, from, language, outcomeWords]);

  return <div className="panel-player" ref={frame} />;
}

function sourceOf({
  interaction,
  from,
  language,
  outcomeWords,
}: Pick<PlayerProps, 'interaction' | 'from' | 'language' | 'outcomeWords'>) {
  const start = from === undefined ? {} : { start: from };
  return { kind: 'working-copy' as const, interaction, language, outcomeWords, ...start };
}

/** The file without what a run does not see: moving a card begins nothing anew. */
function useContent(): Interaction {
  const interaction = useInteraction();
  const { elements, connectors, variables, start, languages } = interaction;
  // biome-ignore lint/correctness/useExhaustiveDependencies: layout and comments are no part of a run
  return useMemo(() => interaction, [elements, connectors, variables, start, languages]);
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
