import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tree as AriaTree, Button, Collection, type Selection, TreeItem, TreeItemContent } from 'react-aria-components';
import { words } from './words.ts';
import './field.css';
import './tree.css';

export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** State or buttons at the end of its line; a text is read aloud with the label. */
  readonly trailing?: ReactNode;
  readonly children?: readonly TreeNode[] | undefined;
}

export interface TreeProps {
  /** What the tree shows: read aloud. */
  label: string;
  nodes: readonly TreeNode[];
  empty: ReactNode;
  expandedIds: ReadonlySet<string>;
  onExpand: (ids: ReadonlySet<string>) => void;
  selectedIds: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  /** Ctrl and Shift choose more than one. */
  hasManySelected?: boolean;
  /** Enter or a double press. */
  onOpen?: ((id: string) => void) | undefined;
}

/** Nested things: right opens, left closes, letters jump. */
export function Tree(props: TreeProps) {
  const { label, nodes, empty, expandedIds, onExpand, selectedIds, onSelect, hasManySelected = false, onOpen } = props;
  return (
    <AriaTree
      aria-label={label}
      className="wm-tree"
      items={nodes}
      expandedKeys={expandedIds}
      onExpandedChange={(keys) => onExpand(new Set(Array.from(keys, String)))}
      selectionMode={hasManySelected ? 'multiple' : 'single'}
      selectionBehavior="replace"
      selectedKeys={selectedIds}
      onSelectionChange={(chosen) => onSelect(idsOf(chosen, nodes))}
      {...(onOpen ? { onAction: (id) => onOpen(String(id)) } : {})}
      renderEmptyState={() => empty}
    >
      {(node) => <Branch node={node} />}
    </AriaTree>
  );
}

function Branch({ node }: { node: TreeNode }) {
  return (
    <TreeItem
      id={node.id}
      textValue={node.label}
      {...(typeof node.trailing === 'string' ? { 'aria-label': `${node.label}, ${node.trailing}` } : {})}
      className="wm-tree-item"
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <>
            {hasChildItems ? (
              <Button slot="chevron" className="wm-input-button wm-tree-chevron" aria-label={words.showChildren}>
                <ChevronRight className="wm-tree-sign" />
              </Button>
            ) : (
              <span className="wm-tree-gap" />
            )}
            {node.icon}
            <span className="wm-tree-label">{node.label}</span>
            {node.trailing ? <span className="wm-list-trailing">{node.trailing}</span> : null}
          </>
        )}
      </TreeItemContent>
      {node.children ? <Collection items={node.children}>{(child) => <Branch node={child} />}</Collection> : null}
    </TreeItem>
  );
}

function idsOf(chosen: Selection, nodes: readonly TreeNode[]): ReadonlySet<string> {
  return chosen === 'all' ? new Set(everyId(nodes)) : new Set(Array.from(chosen, String));
}

function everyId(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => [node.id, ...everyId(node.children ?? [])]);
}
