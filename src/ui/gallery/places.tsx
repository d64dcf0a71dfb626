import { AlignLeft, CircleHelp, Flag, MessageSquare, Redo2, Split, Undo2, ZoomIn, ZoomOut } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '../badge.tsx';
import { Breadcrumb } from '../breadcrumb.tsx';
import { EmptyState } from '../empty-state.tsx';
import { IconButton } from '../icon-button.tsx';
import { List } from '../list.tsx';
import { Splitter } from '../splitter.tsx';
import { Toolbar, ToolbarSeparator } from '../toolbar.tsx';
import { Tree, type TreeNode } from '../tree.tsx';
import { Line, Section } from './section.tsx';
import './places.css';

const NODES: readonly TreeNode[] = [
  {
    id: 'q_problem',
    label: 'What type of problem?',
    icon: <CircleHelp />,
    trailing: <Badge tone="warning">2</Badge>,
    children: [
      {
        id: 'c_billing',
        label: 'Billing',
        icon: <Split />,
        children: [{ id: 's_confirm', label: 'You have selected Billing', icon: <MessageSquare /> }],
      },
      { id: 'c_technical', label: 'Technical', icon: <Split /> },
    ],
  },
  { id: 'e_done', label: 'Done', icon: <Flag /> },
];

const ITEMS = [
  {
    id: 'r1',
    title: 'Shorten the greeting',
    description: 'From the report of October, 1,204 sessions',
    trailing: '2 days',
  },
  {
    id: 'r2',
    title: 'Ask for the router model first',
    description: 'Ines Okafor',
    trailing: <Badge tone="info">In review</Badge>,
  },
  { id: 'r3', title: 'Translate to Spanish', isDisabled: true },
];

export function Places() {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set(['q_problem']));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['c_billing']));
  const [request, setRequest] = useState('r2');
  const [size, setSize] = useState(260);
  return (
    <Section title="Places">
      <Breadcrumb
        label="Where you are"
        crumbs={[
          { id: 'all', label: 'Interactions', href: '#main' },
          { id: 'folder', label: 'Fibre', href: '#main' },
          { id: 'here', label: 'Router does not connect' },
        ]}
      />
      <Line>
        <Toolbar label="History">
          <IconButton label="Undo" shortcut="Mod+Z" icon={<Undo2 />} />
          <IconButton label="Redo" shortcut="Mod+Shift+Z" icon={<Redo2 />} isDisabled />
          <ToolbarSeparator />
          <IconButton label="Tidy" icon={<AlignLeft />} />
        </Toolbar>
        <Toolbar label="Zoom" isFloating>
          <IconButton label="Zoom out" icon={<ZoomOut />} />
          <IconButton label="Zoom in" icon={<ZoomIn />} />
        </Toolbar>
      </Line>
      <div className="gallery-split">
        <Splitter
          label="Width of the outline"
          sized="first"
          size={size}
          min={160}
          max={480}
          initial={260}
          onSize={setSize}
          first={
            <div className="gallery-pane">
              <Tree
                label="Outline"
                nodes={NODES}
                empty={<EmptyState title="No elements" />}
                expandedIds={expanded}
                onExpand={setExpanded}
                selectedIds={selected}
                onSelect={setSelected}
                hasManySelected
              />
            </div>
          }
          second={
            <div className="gallery-pane">
              <List
                label="Change requests"
                items={ITEMS}
                empty={<EmptyState title="No change requests" />}
                selectedId={request}
                onSelect={setRequest}
              />
            </div>
          }
        />
      </div>
    </Section>
  );
}
