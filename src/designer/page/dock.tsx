import {
  Braces,
  FlaskConical,
  History,
  Languages,
  ListTree,
  MessageCircle,
  Play,
  TriangleAlert,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '#contract/problem.ts';
import type { AccountId, ElementId } from '#prelude/ids.ts';
import { IconButton, IconToggle } from '#ui/icon-button.tsx';
import { lazyPart } from '#ui/lazy-part.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import type { Panel } from '../editor/state.ts';
import type { PublishedTalk } from '../server/use-published-talk.ts';
import { useEditor, useEditorState } from './editor-context.ts';
import '../panels/panels.css';

const OutlinePanel = lazyPart(
  { what: 'The outline' },
  async () => (await import('../panels/outline-panel.tsx')).OutlinePanel,
);
const ProblemsPanel = lazyPart(
  { what: 'The problems' },
  async () => (await import('../panels/problems-panel.tsx')).ProblemsPanel,
);
const VariablesPanel = lazyPart(
  { what: 'The variables' },
  async () => (await import('../panels/variables-panel.tsx')).VariablesPanel,
);
const TranslationsPanel = lazyPart(
  { what: 'The translations' },
  async () => (await import('../panels/translations-panel.tsx')).TranslationsPanel,
);
const PreviewPanel = lazyPart(
  { what: 'The preview' },
  async () => (await import('../panels/preview-panel.tsx')).PreviewPanel,
);
const TestsPanel = lazyPart(
  { what: 'The tests' },
  async () => (await import('../panels/tests/tests-panel.tsx')).TestsPanel,
);
const CommentsPanel = lazyPart(
  { what: 'The comments' },
  async () => (await import('../panels/comments-panel.tsx')).CommentsPanel,
);
const VersionsPanel = lazyPart(
  { what: 'The versions' },
  async () => (await import('../panels/versions-panel.tsx')).VersionsPanel,
);

/** What is looked at most comes first. */
export const PANEL_PARTS = [
  OutlinePanel,
  ProblemsPanel,
  PreviewPanel,
  VariablesPanel,
  CommentsPanel,
  TestsPanel,
  TranslationsPanel,
  VersionsPanel,
];

const PANELS: readonly {
  readonly id: Panel;
  readonly label: string;
  readonly icon: ReactNode;
  readonly key?: string;
}[] = [
  { id: 'outline', label: 'Outline', icon: <ListTree />, key: 'Mod+/' },
  { id: 'problems', label: 'Problems', icon: <TriangleAlert />, key: 'Mod+Shift+M' },
  { id: 'variables', label: 'Variables', icon: <Braces /> },
  { id: 'translations', label: 'Translations', icon: <Languages /> },
  { id: 'comments', label: 'Comments', icon: <MessageCircle />, key: 'Mod+Alt+M' },
  { id: 'versions', label: 'Versions', icon: <History /> },
  { id: 'preview', label: 'Preview', icon: <Play /> },
  { id: 'tests', label: 'Tests', icon: <FlaskConical />, key: 'Mod+Alt+E' },
];

/** The buttons that open panels, at the edge of the page. */
export function Rail({ problems, talk }: { problems: readonly Problem[]; talk: number }) {
  const editor = useEditor();
  const panel = useEditorState((state) => state.view.panel);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const count = (id: Panel) => (id === 'problems' ? problems.length : id === 'comments' ? talk : 0);
  return (
    <div className="designer-rail">
      <Toolbar label="Panels" orientation="vertical">
        {PANELS.map(({ id, label, icon, key }) => {
          const n = count(id);
          return (
            <span
              key={id}
              className="designer-rail-item"
              data-tone={id === 'problems' && errors > 0 ? 'error' : undefined}
            >
              <IconToggle
                label={n > 0 ? `${label}: ${n}` : label}
                icon={icon}
                shortcut={key}
                placement="right"
                isSelected={panel === id}
                onChange={(on) => editor.look({ panel: on ? id : undefined })}
              />
              {n > 0 ? (
                <span className="designer-rail-count" aria-hidden="true">
                  {n > 99 ? '99' : n}
                </span>
              ) : null}
            </span>
          );
        })}
      </Toolbar>
    </div>
  );
}

export interface DockProps {
  problems: readonly Problem[];
  talk: PublishedTalk;
  account: AccountId | undefined;
  onCurrent: (element: ElementId | undefined) => void;
}

/** The open panel. */
export function Dock(props: DockProps) {
  const editor = useEditor();
  const panel = useEditorState((state) => state.view.panel);
  const found = PANELS.find(({ id }) => id === panel);
  if (!found || panel === undefined) return null;
  return (
    <section className="designer-dock" aria-label={found.label}>
      <header className="designer-dock-head">
        <h2>{found.label}</h2>
        <IconButton
          label={`Close ${found.label.toLowerCase()}`}
          size="small"
          icon={<X />}
          onPress={() => {
            editor.look({ panel: undefined });
            editor.host.outline = undefined;
            editor.host.focusMap();
          }}
        />
      </header>
      <div className="designer-dock-body">{contentOf(panel, props)}</div>
    </section>
  );
}

function contentOf(panel: Panel, { problems, talk, account, onCurrent }: DockProps): ReactNode {
  switch (panel) {
    case 'problems':
      return <ProblemsPanel problems={problems} />;
    case 'outline':
      return <OutlinePanel />;
    case 'variables':
      return <VariablesPanel />;
    case 'translations':
      return <TranslationsPanel />;
    case 'preview':
      return <PreviewPanel account={account} onCurrent={onCurrent} />;
    case 'tests':
      return <TestsPanel account={account} />;
    case 'comments':
      return <CommentsPanel talk={talk} />;
    case 'versions':
      return <VersionsPanel account={account} />;
  }
}
