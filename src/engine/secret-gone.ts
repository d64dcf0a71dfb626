/** A secret was given earlier, but memory holds it no more, as after a restart: its question is asked again. */
export class SecretGone extends Error {
  /** The key of the variable in the session's state. */
  readonly key: string;

  constructor(key: string) {
    super(`The secret ${key} is no longer in memory`);
    this.key = key;
  }
}
