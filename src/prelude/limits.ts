/** Every limit of the product has its name here; past one, an error says which. */
export const LIMITS = {
  /** Elements of one Interaction. */
  elements: 5_000,
  /** Connectors of one Interaction. */
  connectors: 20_000,
  /** Bytes of an Interaction file. */
  fileBytes: 5_000_000,
  /** Nesting of objects and lists in a file or a value that comes from outside. */
  nesting: 32,
  /** Bytes of one text in a file. */
  textBytes: 100_000,
  /** Characters of one short answer. */
  shortText: 500,
  /** Characters of one long answer or note. */
  longText: 10_000,
  /** Elements passed without a wait within one step of a session. */
  stepsWithoutWait: 1_000,
  /** Visits of one session. */
  visits: 5_000,
  /** Passed elements that a session can go back to; in a long loop the oldest are let go. */
  trail: 200,
  /** Items of a list value. */
  listItems: 10_000,
  /** Characters of one expression. */
  expressionLength: 10_000,
  /** Levels of nesting in one expression, and of calls while it is evaluated. */
  expressionDepth: 64,
  /** Cost units that one evaluation may spend. */
  expressionBudget: 100_000,
  /** Characters of a text that an expression may build. */
  expressionText: 1_000_000,
  /** Rules of one Decision; rows where it is a table. */
  decisionRules: 200,
  /** Columns of a decision table that ask, and as many that set variables. */
  decisionColumns: 20,
} as const;
