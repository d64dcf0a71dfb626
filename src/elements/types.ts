// The table of element types, one line each; catalog.ts puts them in order.
export { assignment } from './assignment/assignment.ts';
export { choice } from './choice/choice.ts';
export { decision } from './decision/decision.ts';
export { end } from './end/end.ts';
export { form } from './form/form.ts';
export { note } from './note/note.ts';
export { question } from './question/question.ts';
export { statement } from './statement/statement.ts';
export { table } from './table/table.ts';
