/** As many choices as there are number keys; a longer list is found by typing. */
export const NUMBER_KEYS = 9;
