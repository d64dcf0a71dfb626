declare const brand: unique symbol;

/** A string that can only be made where it was checked: an account id is never passed where a session id is meant. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type AccountId = Branded<'AccountId'>;
export type UserId = Branded<'UserId'>;
export type TeamId = Branded<'TeamId'>;
export type FolderId = Branded<'FolderId'>;
export type InteractionId = Branded<'InteractionId'>;
export type SessionId = Branded<'SessionId'>;
export type CommandId = Branded<'CommandId'>;
export type ChangeRequestId = Branded<'ChangeRequestId'>;
/** What elements call a connection of their account by, such as `crm`. It never changes. */
export type ConnectionKey = Branded<'ConnectionKey'>;

/** Hex SHA-256 over the canonical content of an Interaction (RFC 8785; without layout and comments). */
export type ContentHash = Branded<'ContentHash'>;

/** Ids within one Interaction file. They match {@link ID_PATTERN}, are lasting and never reused. */
export type ElementId = Branded<'ElementId'>;
/**
 * Where a run is: an element's id, or within a sub-Interaction the ids of the elements that called it before it:
 * `s_identity/q_name`. An {@link ElementId} is the path of an element of the Interaction itself.
 */
export type ElementPath = Branded<'ElementId' | 'ElementPath'>;
export type ConnectorId = Branded<'ConnectorId'>;
export type VariableKey = Branded<'VariableKey'>;

/** What an id inside a file looks like; a variable's key is one too, so that FEEL never misreads it. */
export const ID_PATTERN = /^[a-z][a-z0-9_]{0,63}$/;
