/** What is asked is refused, and changes nothing. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export function refuse(code: string): never {
  throw new Refused(code);
}

/** Stops the walk: the session is over. */
export class Over extends Error {}
