// The table of element types, one line each; catalog.ts puts them in order.
export { assignment } from './assignment/assignment.ts';
export { choice } from './choice/choice.ts';
export { clientEvent } from './client-event/client-event.ts';
export { decision } from './decision/decision.ts';
export { email } from './email/email.ts';
export { end } from './end/end.ts';
export { form } from './form/form.ts';
export { integration } from './integration/integration.ts';
export { loop } from './loop/loop.ts';
export { note } from './note/note.ts';
export { question } from './question/question.ts';
export { statement } from './statement/statement.ts';
export { subInteraction } from './sub-interaction/sub-interaction.ts';
export { table } from './table/table.ts';
export { transfer } from './transfer/transfer.ts';
export { wait } from './wait/wait.ts';
