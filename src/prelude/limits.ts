/** Every limit of the product has its name here; past one, an error says which. */
export const LIMITS = {
  /** Elements of one Interaction. */
  elements: 5_000,
  /** Connectors of one Interaction. */
  connectors: 20_000,
  /** Bytes of an Interaction file. */
  fileBytes: 5_000_000,
  /** Mistakes of one file that are told one by one; of more only how many there are. */
  fileMistakes: 100,
  /** Nesting of objects and lists in a file or a value that comes from outside. */
  nesting: 32,
  /** Bytes of one text in a file. */
  textBytes: 100_000,
  /** Translations of one element that are marked as older than their source. */
  outdatedTranslations: 10_000,
  /** Signs of formatting and lines in one text; with more it is shown as it is written. */
  formattingSigns: 2_000,
  /** Characters of one short answer. */
  shortText: 500,
  /** Characters of one long answer or note. */
  longText: 10_000,
  /** Elements passed without a wait within one step of a session. */
  stepsWithoutWait: 1_000,
  /** Characters of all values, as JSON, that one step of a session may set and send, with those they were made of. */
  stepValues: 5_000_000,
  /** Texts that a test may expect to be seen on one page, or altogether. */
  shownTexts: 100,
  /** Milliseconds that all tests of a file may take together when a server publishes it. */
  publishedTestsTime: 5_000,
  /** Visits of one session. */
  visits: 5_000,
  /** Passed elements that a session can go back to; in a long loop the oldest are let go. */
  trail: 200,
  /** Values of one account. */
  accountValues: 500,
  /** Characters of one of them as JSON, all languages together. */
  accountValueLength: 50_000,
  /** Items of a list among them. */
  accountValueItems: 1_000,
  /** Languages in which one text of an account is written. */
  languages: 100,
  /** Outcomes of one account. */
  outcomes: 200,
  /** Sub-Interactions within each other. */
  callDepth: 8,
  /** Rounds of one loop. */
  loopRounds: 1_000,
  /** Jumps that can be returned from. */
  returns: 20,
  /** Days that a session may be made to wait, and of a target time. */
  durationDays: 3_660,
  /** Effects of one session that are under way at once. */
  openEffects: 20,
  /** Characters of what an effect carries, and of what comes back from it. */
  effectText: 200_000,
  /** Action buttons of one page. */
  buttons: 12,
  /** Fields of one Form. */
  formFields: 100,
  /** Columns of one table. */
  tableColumns: 20,
  /** Options that one list can offer. */
  listedOptions: 2_000,
  /** Megabytes (of a million bytes) of one uploaded file. */
  uploadMegabytes: 10,
  /** Files uploaded in one session. */
  sessionFiles: 50,
  /** Characters of the name of a file. */
  fileName: 200,
  /** Items of a list value. */
  listItems: 10_000,
  /** Characters of one expression. */
  expressionLength: 10_000,
  /** Levels of nesting in one expression, and of calls while it is evaluated. */
  expressionDepth: 64,
  /** Cost units that one evaluation may spend. */
  expressionBudget: 100_000,
  /** Milliseconds that a call to an outside system may take, with all its retries. */
  callTime: 120_000,
  /** Times that a call which failed is tried again. */
  callRetries: 5,
  /** Bytes of an answer from outside, after it was unpacked; of a request to there, too. */
  callBytes: 1_000_000,
  /** Characters of an answer in XML: reading 200,000 of them takes a tenth of a second, in which nothing else is done. */
  xmlLength: 200_000,
  /** Headers of a request or an answer. */
  callHeaders: 50,
  /** Characters of one header. */
  headerLength: 4_000,
  /** Redirects that a call follows. */
  callRedirects: 3,
  /** Characters of an address of the web. */
  urlLength: 4_000,
  /** Characters of a password or token of an outside system. */
  secretLength: 4_000,
  /** People whom one mail is sent to. */
  mailRecipients: 20,
  /** Characters of the subject of a mail. */
  mailSubject: 200,
  /** Characters of the text of a mail. */
  mailText: 100_000,
  /** Bytes of what is attached to a mail. */
  mailAttachment: 5_000_000,
  /** Milliseconds that sending a mail may take. */
  mailTime: 60_000,
  /** Characters of a text that an expression may build. */
  expressionText: 1_000_000,
  /** Rules of one Decision; rows where it is a table. */
  decisionRules: 200,
  /** Columns of a decision table that ask, and as many that set variables. */
  decisionColumns: 20,
} as const;
