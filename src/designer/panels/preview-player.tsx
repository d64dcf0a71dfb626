import { type RefObject, useEffect, useRef } from 'react';
import { topOf } from '#contract/element-path.ts';
import type { Interaction } from '#format/interaction.ts';
import type { PlayerEvents, WaymarkPlayer } from '#player/element.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { PreviewWorld } from './preview-world.ts';

type Session = PlayerEvents['waymark-page']['detail'];

/** What the panel around a run knows of the page in sight. */
export interface PreviewPage {
  /** The element of this Interaction at which it stands, or which calls the one it is in. */
  readonly element: ElementId;
  readonly name: string;
  readonly language: string;
}

interface PreviewPlayerProps {
  readonly interaction: Interaction;
  readonly from: ElementId | undefined;
  readonly language: string;
  readonly world: PreviewWorld;
  readonly outcomeWords: (outcome: string) => string | undefined;
  readonly player: RefObject<WaymarkPlayer | undefined>;
  /** Null before the first page and after the last one. */
  readonly onPage: (page: PreviewPage | null) => void;
  readonly onVariables: (variables: JsonObject) => void;
}

/** The player as everybody has it, fetched when somebody tries something out. */
export function PreviewPlayer(props: PreviewPlayerProps) {
  const { interaction, from, language, world, outcomeWords, player, onPage, onVariables } = props;
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    let isGone = false;
    const shown = ({ page }: Session) => onPage(page && { ...page, element: topOf(page.element) });
    void import('#player/element.ts').then(() => {
      if (isGone || !frame.current) return;
      const element = document.createElement('waymark-player');
      element.addEventListener('waymark-page', (event) => shown((event as PlayerEvents['waymark-page']).detail));
      element.addEventListener('waymark-step', (event) =>
        shown((event as PlayerEvents['waymark-step']).detail.session),
      );
      element.addEventListener('waymark-variables', (event) => {
        onVariables((event as PlayerEvents['waymark-variables']).detail);
      });
      element.addEventListener('waymark-end', () => onPage(null));
      element.source = sourceOf(latest.current);
      player.current = element;
      frame.current.append(element);
    });
    return () => {
      isGone = true;
      player.current?.remove();
      player.current = undefined;
      onPage(null);
    };
  }, [player, onPage, onVariables]);

  useEffect(() => {
    if (player.current) player.current.source = sourceOf({ interaction, from, language, world, outcomeWords });
  }, [player, interaction, from, language, world, outcomeWords]);

  return <div className="panel-player" ref={frame} />;
}

function sourceOf({
  interaction,
  from,
  language,
  world,
  outcomeWords,
}: Pick<PreviewPlayerProps, 'interaction' | 'from' | 'language' | 'world' | 'outcomeWords'>) {
  const start = from === undefined ? {} : { start: from };
  return { kind: 'working-copy' as const, interaction, language, outcomeWords, ...world, ...start };
}
