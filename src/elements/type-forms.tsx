// The table of settings forms, one line each.
export { decisionForm } from './decision/form.tsx';
export { formForm } from './form/form-fields.tsx';
export { questionForm } from './question/form.tsx';
export { tableForm } from './table/form.tsx';
