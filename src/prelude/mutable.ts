/** The same, for whoever makes one and has not yet handed it on. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
