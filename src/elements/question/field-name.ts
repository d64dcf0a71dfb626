/** The name of the page's only field. */
export const FIELD = 'answer';
