/** @jsxImportSource preact */
// The table of page parts, one line each.
export { formView } from './form/view.tsx';
export { questionView } from './question/view.tsx';
export { statementView } from './statement/view.tsx';
export { tableView } from './table/view.tsx';
