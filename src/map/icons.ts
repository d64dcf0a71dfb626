import {
  AlignLeft,
  AtSign,
  Banknote,
  Calendar,
  CalendarClock,
  CircleDot,
  CircleHelp,
  CircleStop,
  Clock,
  Equal,
  Hash,
  ListChecks,
  Lock,
  type LucideIcon,
  MessageSquareText,
  Paperclip,
  Phone,
  Split,
  SquareCheck,
  Star,
  StickyNote,
  TextCursorInput,
  ToggleLeft,
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
  clock: Clock,
  equal: Equal,
  hash: Hash,
  'list-checks': ListChecks,
  lock: Lock,
  'message-square-text': MessageSquareText,
  paperclip: Paperclip,
  phone: Phone,
  split: Split,
  'square-check': SquareCheck,
  star: Star,
  'sticky-note': StickyNote,
  'text-cursor-input': TextCursorInput,
  'toggle-left': ToggleLeft,
};

/** The drawing for an icon's name; a plain page for one that is not known here. */
export function iconNamed(name: string): LucideIcon {
  return ICONS[name] ?? MessageSquareText;
}

export function hasIcon(name: string): boolean {
  return Object.hasOwn(ICONS, name);
}
