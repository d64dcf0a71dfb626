import { Bold, Braces, Image, Italic, Link, List, ListOrdered } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import type { Formatting } from './format-text.ts';

const FORMATS: readonly {
  readonly id: Formatting;
  readonly label: string;
  readonly icon: ReactNode;
  readonly key?: string;
}[] = [
  { id: 'bold', label: 'Bold', icon: <Bold />, key: 'Mod+B' },
  { id: 'italic', label: 'Italic', icon: <Italic />, key: 'Mod+I' },
  { id: 'list', label: 'List', icon: <List /> },
  { id: 'numbers', label: 'Numbered list', icon: <ListOrdered /> },
  { id: 'link', label: 'Link', icon: <Link /> },
  { id: 'image', label: 'Image', icon: <Image /> },
  { id: 'value', label: 'Put in an earlier answer', icon: <Braces /> },
];

/** The formatting that a key asks for, where it does. */
export function formattingOf(event: { key: string; ctrlKey: boolean; metaKey: boolean }): Formatting | undefined {
  if (!event.ctrlKey && !event.metaKey) return undefined;
  const key = event.key.toLowerCase();
  return key === 'b' ? 'bold' : key === 'i' ? 'italic' : undefined;
}

/** What a formatted text can be given without knowing how it is written down. */
export function FormatBar({ label, onFormat }: { label: string; onFormat: (how: Formatting) => void }) {
  return (
    <div className="settings-format">
      <Toolbar label={`Format of “${label}”`}>
        {FORMATS.map(({ id, label: name, icon, key }) => (
          <IconButton key={id} size="small" label={name} shortcut={key} icon={icon} onPress={() => onFormat(id)} />
        ))}
      </Toolbar>
    </div>
  );
}
