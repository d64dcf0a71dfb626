// The table of settings forms, one line each.
export { decisionForm } from './decision/form.tsx';
export { questionForm } from './question/form.tsx';
