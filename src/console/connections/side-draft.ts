import type { HttpSettings, HttpSettingsToSet } from '#api/connections.ts';
import type { SecretState } from '#api/outgoing.ts';

export type AuthenticationKind = HttpSettings['authentication']['kind'];

/** The settings of one side while they are typed. What another way of authenticating needs is kept beside. */
export interface SideDraft {
  readonly baseUrl: string;
  readonly kind: AuthenticationKind;
  readonly user: string;
  readonly headerName: string;
  /** What the server has. */
  readonly stored: SecretState;
  /** What is typed; undefined: what the server has stays. */
  readonly secret: string | undefined;
  readonly headers: readonly HeaderDraft[];
  /** Seconds; NaN while nothing is typed. */
  readonly seconds: number;
  readonly retries: number;
}

export interface HeaderDraft {
  readonly id: number;
  readonly name: string;
  readonly value: string;
}

/** Where there is nothing yet. */
export const NEW_SIDE: SideDraft = {
  baseUrl: '',
  kind: 'none',
  user: '',
  headerName: '',
  stored: 'none',
  secret: undefined,
  headers: [],
  seconds: 5,
  retries: 1,
};

export function draftOf(settings: HttpSettings | null): SideDraft | null {
  if (!settings) return null;
  const { authentication, baseUrl, headers, timeLimit, retries } = settings;
  return {
    baseUrl,
    kind: authentication.kind,
    user: authentication.kind === 'basic' ? authentication.user : '',
    headerName: authentication.kind === 'header' ? authentication.name : '',
    stored: authentication.kind === 'none' ? 'none' : authentication.secret,
    secret: undefined,
    headers: headers.map((header, id) => ({ ...header, id })),
    seconds: timeLimit / 1_000,
    retries,
  };
}

/** The same to begin the other side with: secrets stay where they are. */
export function copyOf(draft: SideDraft): SideDraft {
  return { ...draft, stored: 'none', secret: undefined };
}

/** What is sent. A row of a header in which nothing stands is none. */
export function settingsOf(draft: SideDraft): HttpSettingsToSet {
  const secret = draft.secret === undefined ? {} : { secret: draft.secret };
  const authentication = (): HttpSettingsToSet['authentication'] => {
    switch (draft.kind) {
      case 'none':
        return { kind: 'none' };
      case 'basic':
        return { kind: 'basic', user: draft.user.trim(), ...secret };
      case 'bearer':
        return { kind: 'bearer', ...secret };
      case 'header':
        return { kind: 'header', name: draft.headerName.trim(), ...secret };
    }
  };
  return {
    baseUrl: draft.baseUrl.trim(),
    authentication: authentication(),
    headers: sentHeaders(draft).map(({ name, value }) => ({ name: name.trim(), value: value.trim() })),
    timeLimit: Math.round(draft.seconds * 1_000),
    retries: draft.retries,
  };
}

/** The rows of headers that are sent, in the order in which the server numbers them. */
export function sentHeaders({ headers }: SideDraft): readonly HeaderDraft[] {
  return headers.filter(({ name, value }) => name.trim() !== '' || value.trim() !== '');
}

/** What is missing before it can be sent, by field as the server names it. */
export function missingIn(draft: SideDraft): Readonly<Record<string, string>> {
  const missing: Record<string, string> = {};
  if (draft.baseUrl.trim() === '') missing['baseUrl'] = 'Enter the address that all calls begin with.';
  if (draft.kind === 'basic' && draft.user.trim() === '') missing['authentication.user'] = 'Enter the user.';
  if (draft.kind === 'header' && draft.headerName.trim() === '') {
    missing['authentication.name'] = 'Enter the name of the header.';
  }
  if (draft.kind !== 'none' && draft.secret === '') {
    missing['authentication.secret'] = 'Enter the secret, or keep the one that is set.';
  }
  if (Number.isNaN(draft.seconds)) missing['timeLimit'] = 'Enter how many seconds a call may take.';
  if (Number.isNaN(draft.retries)) missing['retries'] = 'Enter how often it is tried again; 0 for never.';
  return missing;
}
