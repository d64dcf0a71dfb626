/** The base of all values that are not JSON as they stand; only there to tell them from contexts. */
export abstract class Special {
  abstract readonly kind: string;
}
