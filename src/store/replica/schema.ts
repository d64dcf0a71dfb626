/**
 * The tables of the replica. Whoever changes them raises this number: a file of another format is thrown away and made
 * again from the log.
 */
export const REPLICA_FORMAT = 2;

/** What the replica knows of a session. `no` is its own short number for it, given in the order of appearance. */
const SESSION_COLUMNS = `
  no uinteger not null,
  account varchar not null,
  id varchar not null,
  interaction varchar not null,
  version integer not null,
  content varchar not null,
  kind varchar not null,
  client varchar not null,
  channel varchar,
  language varchar not null,
  agent varchar,
  team varchar,
  dimensions varchar not null,
  started bigint not null,
  seq integer not null,
  ended bigint,
  outcome varchar,
  visits integer not null,
  path ubigint not null,
  active bigint not null,
  idle bigint not null,
  open struct(n integer, element varchar, entered bigint, inside_active bigint, inside_idle bigint)[] not null`;

/**
 * Visits that are over are only ever added, with their exit and what came next, so that no report has to look for the
 * next row. Sessions under way, with the visits that are not over, stand apart from those that ended: what changes all the
 * time stays small.
 */
export const SCHEMA = `
create table feed (
  format integer not null,
  source varchar not null,
  watermark bigint not null,
  fed_until bigint,
  next_no uinteger not null
);
create table finished_visit (
  session uinteger not null,
  n integer not null,
  element varchar not null,
  exit varchar not null,
  next varchar,
  active bigint not null,
  idle bigint not null,
  inside bigint not null,
  entered bigint not null
);
create table ended_session (${SESSION_COLUMNS});
create table running_session (${SESSION_COLUMNS});`;
