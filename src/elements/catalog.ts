import type { Catalog, ElementType } from '#contract/element-type.ts';
import { assignment } from './assignment/assignment.ts';
import { choice } from './choice/choice.ts';
import { decision } from './decision/decision.ts';
import { end } from './end/end.ts';
import { note } from './note/note.ts';
import { question } from './question/question.ts';
import { statement } from './statement/statement.ts';

/** Every element type, in the order of menus and toolbars. */
const TYPES: readonly ElementType[] = [
  // What people see
  statement,
  question,
  choice,
  // What nobody sees
  decision,
  assignment,
  end,
  note,
];

export const catalog: Catalog = new Map(TYPES.map((type) => [type.type, type]));
