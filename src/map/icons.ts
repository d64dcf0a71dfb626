import {
  AlignLeft,
  Calendar,
  CircleDot,
  CircleHelp,
  CircleStop,
  Equal,
  Forward,
  Hash,
  Hourglass,
  type LucideIcon,
  Mail,
  MessageSquareText,
  Plug,
  RadioTower,
  Repeat,
  Split,
  SquareCheck,
  StickyNote,
  TextCursorInput,
  ToggleLeft,
  Workflow,
} from 'lucide-react';

/** Icons that element types and answer kinds name. A test holds that none is missing. */
const ICONS: { readonly [name: string]: LucideIcon } = {
  'align-left': AlignLeft,
  calendar: Calendar,
  'circle-dot': CircleDot,
  'circle-help': CircleHelp,
  'circle-stop': CircleStop,
  equal: Equal,
  forward: Forward,
  hash: Hash,
  hourglass: Hourglass,
  mail: Mail,
  'message-square-text': MessageSquareText,
  plug: Plug,
  'radio-tower': RadioTower,
  repeat: Repeat,
  split: Split,
  'square-check': SquareCheck,
  'sticky-note': StickyNote,
  'text-cursor-input': TextCursorInput,
  'toggle-left': ToggleLeft,
  workflow: Workflow,
};

/** The drawing for an icon's name; a plain page for one that is not known here. */
export function iconNamed(name: string): LucideIcon {
  return ICONS[name] ?? MessageSquareText;
}

export function hasIcon(name: string): boolean {
  return Object.hasOwn(ICONS, name);
}
