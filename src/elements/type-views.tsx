/** @jsxImportSource preact */
// The table of page parts, one line each.
export { questionView } from './question/view.tsx';
export { statementView } from './statement/view.tsx';
