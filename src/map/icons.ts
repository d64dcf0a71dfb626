import {
  AlignLeft,
  AtSign,
  Banknote,
  Calendar,
  CalendarClock,
  CircleDot,
  CircleHelp,
  CircleStop,
  ClipboardList,
  Clock,
  Equal,
  Forward,
  Hash,
  Hourglass,
  ListChecks,
  Lock,
  type LucideIcon,
  Mail,
  MessageSquareText,
  Paperclip,
  Phone,
  Plug,
  RadioTower,
  Repeat,
  Split,
  SquareCheck,
  Star,
  StickyNote,
  Table,
  TextCursorInput,
  ToggleLeft,
  Workflow,
} from 'lucide-react';

/** Icons that element types and answer kinds name. A test holds that none is missing. */
const ICONS: { readonly [name: string]: LucideIcon } = {
  'align-left': AlignLeft,
  'at-sign': AtSign,
  banknote: Banknote,
  calendar: Calendar,
  'calendar-clock': CalendarClock,
  'circle-dot': CircleDot,
  'circle-help': CircleHelp,
  'circle-stop': CircleStop,
  'clipboard-list': ClipboardList,
  clock: Clock,
  equal: Equal,
  forward: Forward,
  hash: Hash,
  hourglass: Hourglass,
  mail: Mail,
  'message-square-text': MessageSquareText,
  plug: Plug,
  'radio-tower': RadioTower,
  repeat: Repeat,
  'list-checks': ListChecks,
  lock: Lock,
  paperclip: Paperclip,
  phone: Phone,
  split: Split,
  'square-check': SquareCheck,
  star: Star,
  'sticky-note': StickyNote,
  table: Table,
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
