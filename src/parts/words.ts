import { FIELD_WORDS_DE, FIELD_WORDS_EN, FIELD_WORDS_ES, type FieldWords } from './field-words.ts';

/** Why a server gave no answer: nothing reached it or came back, it has a fault of its own, or it has too much to do. */
export type Absence = 'unreached' | 'fault' | 'busy';

/** Every word that the player itself says; the Interaction's own texts come with the page. */
export interface PlayerWords extends FieldWords {
  readonly next: string;
  readonly back: string;
  /** After going back: one page on, and as far on as there is. */
  readonly forward: string;
  readonly newest: string;
  /** After a jump; people who are served read no names of pages. */
  readonly returnTo: (name: string | undefined) => string;
  readonly language: string;
  readonly resume: string;
  readonly tryAgain: string;
  readonly yes: string;
  readonly no: string;
  readonly choose: string;
  readonly find: string;
  readonly nothingMatches: string;
  readonly noRows: string;
  readonly optional: string;
  readonly earlierAnswer: string;
  readonly charactersLeft: (count: number) => string;
  /** Under a field whose Enter begins a new line. */
  readonly goesOn: string;
  readonly openCalendar: string;
  /** What stands for each part of a date in the form to type: `mm/dd/yyyy`. */
  readonly dateLetters: Readonly<Record<'day' | 'month' | 'year', string>>;
  readonly dateUnclear: string;
  readonly help: string;
  readonly loading: string;
  readonly saving: string;
  /** The server gave no answer: while something waits to be sent to it, and while nothing does. */
  readonly away: Readonly<Record<Absence, { readonly kept: string; readonly trying: string }>>;
  /** Beside a fault of the server that stays; the id under which its log tells more, where it gave one. */
  readonly faultStays: (request: string | undefined) => string;
  readonly tryNow: string;
  /** What was given and the server fails to take: offered, under way, and what came of it. */
  readonly takeBack: string;
  readonly takingBack: string;
  readonly takenBack: string;
  readonly notTakenBack: string;
  /** The server turned a request down without words that help whoever sent it. */
  readonly turnedDown: string;
  readonly movedElsewhere: string;
  /** The server went another way than was shown. */
  readonly corrected: string;
  /** What was answered in vain. */
  notTaken(answers: string): string;
  readonly paused: string;
  readonly pausedText: string;
  readonly finished: string;
  readonly failed: string;
  readonly failedText: string;
  readonly signedOut: string;
  readonly signIn: string;
  readonly signInFirst: string;
  readonly cannotStart: string;
  readonly notFound: string;
  readonly notAllowed: string;
  readonly cannotGoOn: string;
  readonly cannotShow: string;
  readonly opensInNewTab: string;
  /** What a list of buttons beside the answer is called by those who hear it. */
  readonly actions: string;
  /** Beside a button whose result is awaited. */
  readonly working: string;
  readonly goOnWithout: string;
  /** What people who are served read where nobody wrote what is waited for. */
  readonly oneMoment: string;
  readonly until: (moment: string) => string;
  readonly outcomes: Readonly<Record<string, string>>;
}

const en: PlayerWords = {
  ...FIELD_WORDS_EN,
  next: 'Next',
  back: 'Back',
  forward: 'Forward',
  newest: 'To the newest page',
  returnTo: (name) => (name === undefined ? 'Return to where you were' : `Return to “${name}”`),
  language: 'Language',
  resume: 'Resume',
  tryAgain: 'Try again',
  yes: 'Yes',
  no: 'No',
  choose: 'Choose one',
  find: 'Type to find a choice',
  nothingMatches: 'No choice matches. Change what you typed.',
  noRows: 'There is nothing in this list.',
  optional: 'optional',
  earlierAnswer: 'Earlier answer',
  charactersLeft: (count) => (count === 1 ? '1 character left' : `${count} characters left`),
  goesOn: 'Ctrl+Enter goes on',
  openCalendar: 'Open calendar',
  dateLetters: { day: 'dd', month: 'mm', year: 'yyyy' },
  dateUnclear: 'This is not a date yet.',
  help: 'Help',
  loading: 'Loading',
  saving: 'Saving…',
  away: {
    unreached: {
      kept: 'No connection. Your answer is kept and will be sent.',
      trying: 'No connection. Trying again…',
    },
    fault: {
      kept: 'The server has a fault. Your answer is kept and will be sent again.',
      trying: 'The server has a fault. Trying again…',
    },
    busy: {
      kept: 'The server is busy. Your answer is kept and will be sent again.',
      trying: 'The server is busy. Trying again…',
    },
  },
  faultStays: (request) =>
    `The server fails again and again. If that stays, tell your administrator${request === undefined ? '' : `, with the number of the request: ${request}`}.`,
  tryNow: 'Try now',
  takeBack: 'Take it back',
  takingBack: 'Taking it back…',
  takenBack: 'Taken back: the server has not taken it. Change it or give it again.',
  notTakenBack: 'The session went on before this could be taken back. This is where it stands now.',
  turnedDown:
    'The server does not take this. Change your answer and try again; if that does not help, tell your administrator.',
  movedElsewhere: 'This session was continued elsewhere. This is where it stands now.',
  corrected: 'The page before took the session another way than was shown. This is where it stands now.',
  notTaken: (answers) => `Not taken: ${answers}`,
  paused: 'Paused',
  pausedText: 'Nothing is lost. Resume to go on where you were.',
  finished: 'Finished',
  failed: 'This cannot go on',
  failedText: 'Something in this Interaction does not work. The answers so far are kept.',
  signedOut: 'You are signed out. Sign in again to go on; nothing is lost.',
  signIn: 'Sign in',
  signInFirst: 'Sign in to start.',
  cannotStart: 'This cannot be started. Check the address, or ask whoever gave it to you.',
  notFound: 'This session does not exist or has been removed.',
  notAllowed: 'You may not open this session.',
  cannotGoOn: 'That did not work.',
  cannotShow: 'This page needs a newer player. Reload to get it.',
  opensInNewTab: 'opens in a new tab',
  actions: 'More on this page',
  working: 'working',
  goOnWithout: 'Go on without it',
  oneMoment: 'One moment, please',
  until: (moment) => `Until ${moment}`,
  outcomes: {
    completed: 'Completed',
    quit: 'Quit',
    'timed-out': 'Timed out',
    failed: 'Failed',
    transferred: 'Transferred',
  },
};

const es: PlayerWords = {
  ...FIELD_WORDS_ES,
  next: 'Siguiente',
  back: 'Atrás',
  forward: 'Adelante',
  newest: 'A la página más reciente',
  returnTo: (name) => (name === undefined ? 'Volver a donde estaba' : `Volver a «${name}»`),
  language: 'Idioma',
  resume: 'Reanudar',
  tryAgain: 'Intentar de nuevo',
  yes: 'Sí',
  no: 'No',
  choose: 'Elija una opción',
  find: 'Escriba para buscar una opción',
  nothingMatches: 'Ninguna opción coincide. Cambie lo que ha escrito.',
  noRows: 'No hay nada en esta lista.',
  optional: 'opcional',
  earlierAnswer: 'Respuesta anterior',
  charactersLeft: (count) => (count === 1 ? 'Queda 1 carácter' : `Quedan ${count} caracteres`),
  goesOn: 'Ctrl+Intro continúa',
  openCalendar: 'Abrir calendario',
  dateLetters: { day: 'dd', month: 'mm', year: 'aaaa' },
  dateUnclear: 'Todavía no es una fecha.',
  help: 'Ayuda',
  loading: 'Cargando',
  saving: 'Guardando…',
  away: {
    unreached: {
      kept: 'Sin conexión. Su respuesta se conserva y se enviará.',
      trying: 'Sin conexión. Intentando de nuevo…',
    },
    fault: {
      kept: 'El servidor tiene un fallo. Su respuesta se conserva y se enviará de nuevo.',
      trying: 'El servidor tiene un fallo. Intentando de nuevo…',
    },
    busy: {
      kept: 'El servidor está ocupado. Su respuesta se conserva y se enviará de nuevo.',
      trying: 'El servidor está ocupado. Intentando de nuevo…',
    },
  },
  faultStays: (request) =>
    `El servidor falla una y otra vez. Si continúa, avise a su administrador${request === undefined ? '' : ` e indique el número de la solicitud: ${request}`}.`,
  tryNow: 'Intentar ahora',
  takeBack: 'Retirarlo',
  takingBack: 'Retirando…',
  takenBack: 'Retirado: el servidor no lo ha tomado. Cámbielo o envíelo de nuevo.',
  notTakenBack: 'La sesión siguió antes de que esto se pudiera retirar. Así está ahora.',
  turnedDown:
    'El servidor no acepta esto. Cambie su respuesta e inténtelo de nuevo; si no sirve, avise a su administrador.',
  movedElsewhere: 'Esta sesión continuó en otro lugar. Así está ahora.',
  corrected: 'La página anterior llevó la sesión por otro camino del que se mostró. Así está ahora.',
  notTaken: (answers) => `No se ha tomado: ${answers}`,
  paused: 'En pausa',
  pausedText: 'No se ha perdido nada. Reanude para seguir donde estaba.',
  finished: 'Terminado',
  failed: 'No se puede continuar',
  failedText: 'Algo en esta interacción no funciona. Las respuestas dadas se conservan.',
  signedOut: 'Ha salido de su cuenta. Entre de nuevo para continuar; no se ha perdido nada.',
  signIn: 'Entrar',
  signInFirst: 'Entre en su cuenta para empezar.',
  cannotStart: 'No se puede empezar. Compruebe la dirección o pregunte a quien se la dio.',
  notFound: 'Esta sesión no existe o se ha eliminado.',
  notAllowed: 'No puede abrir esta sesión.',
  cannotGoOn: 'Eso no ha funcionado.',
  cannotShow: 'Esta página necesita un reproductor más reciente. Vuelva a cargarla.',
  opensInNewTab: 'se abre en una pestaña nueva',
  actions: 'Más en esta página',
  working: 'en curso',
  goOnWithout: 'Continuar sin esperar',
  oneMoment: 'Un momento, por favor',
  until: (moment) => `Hasta ${moment}`,
  outcomes: {
    completed: 'Completado',
    quit: 'Abandonado',
    'timed-out': 'Tiempo agotado',
    failed: 'Fallido',
    transferred: 'Transferido',
  },
};

const de: PlayerWords = {
  actions: 'Mehr auf dieser Seite',
  working: 'läuft',
  goOnWithout: 'Ohne weitergehen',
  oneMoment: 'Einen Moment bitte',
  until: (moment) => `Bis ${moment}`,
  ...FIELD_WORDS_DE,
  next: 'Weiter',
  back: 'Zurück',
  forward: 'Vor',
  newest: 'Zur neuesten Seite',
  returnTo: (name) => (name === undefined ? 'Zurück, wo Sie waren' : `Zurück zu „${name}“`),
  language: 'Sprache',
  resume: 'Fortsetzen',
  tryAgain: 'Noch einmal versuchen',
  yes: 'Ja',
  no: 'Nein',
  choose: 'Bitte wählen',
  find: 'Tippen, um eine Auswahl zu finden',
  nothingMatches: 'Nichts passt. Ändern Sie, was Sie getippt haben.',
  noRows: 'In dieser Liste steht nichts.',
  optional: 'freiwillig',
  earlierAnswer: 'Frühere Antwort',
  charactersLeft: (count) => (count === 1 ? 'Noch 1 Zeichen' : `Noch ${count} Zeichen`),
  goesOn: 'Strg+Eingabe geht weiter',
  openCalendar: 'Kalender öffnen',
  dateLetters: { day: 'TT', month: 'MM', year: 'JJJJ' },
  dateUnclear: 'Das ist noch kein Datum.',
  help: 'Hilfe',
  loading: 'Wird geladen',
  saving: 'Wird gespeichert …',
  away: {
    unreached: {
      kept: 'Keine Verbindung. Ihre Antwort ist aufgehoben und wird gesendet.',
      trying: 'Keine Verbindung. Es wird weiter versucht …',
    },
    fault: {
      kept: 'Der Server hat eine Störung. Ihre Antwort ist aufgehoben und wird noch einmal gesendet.',
      trying: 'Der Server hat eine Störung. Es wird weiter versucht …',
    },
    busy: {
      kept: 'Der Server ist ausgelastet. Ihre Antwort ist aufgehoben und wird noch einmal gesendet.',
      trying: 'Der Server ist ausgelastet. Es wird weiter versucht …',
    },
  },
  faultStays: (request) =>
    `Der Server ist immer noch gestört. Bleibt das so, sagen Sie es Ihrer Verwaltung${request === undefined ? '' : ` und nennen Sie die Nummer der Anfrage: ${request}`}.`,
  tryNow: 'Jetzt versuchen',
  takeBack: 'Zurücknehmen',
  takingBack: 'Wird zurückgenommen …',
  takenBack: 'Zurückgenommen: Der Server hat es nicht übernommen. Ändern Sie es, oder geben Sie es noch einmal.',
  notTakenBack: 'Die Sitzung ging weiter, bevor sich das zurücknehmen ließ. So steht sie jetzt.',
  turnedDown: 'Der Server nimmt das nicht an. Ändern Sie Ihre Antwort; hilft das nicht, sagen Sie es Ihrer Verwaltung.',
  movedElsewhere: 'Diese Sitzung ging anderswo weiter. So steht sie jetzt.',
  corrected: 'Von der Seite davor ging es anders weiter, als gezeigt wurde. So steht die Sitzung jetzt.',
  notTaken: (answers) => `Nicht übernommen: ${answers}`,
  paused: 'Pausiert',
  pausedText: 'Nichts ist verloren. Setzen Sie fort, wo Sie waren.',
  finished: 'Beendet',
  failed: 'Hier geht es nicht weiter',
  failedText: 'Etwas an dieser Interaction funktioniert nicht. Die bisherigen Antworten sind aufgehoben.',
  signedOut: 'Sie sind abgemeldet. Melden Sie sich wieder an; nichts ist verloren.',
  signIn: 'Anmelden',
  signInFirst: 'Melden Sie sich an, um zu beginnen.',
  cannotStart: 'Das lässt sich nicht starten. Prüfen Sie die Adresse, oder fragen Sie, wer sie Ihnen gab.',
  notFound: 'Diese Sitzung gibt es nicht, oder sie wurde entfernt.',
  notAllowed: 'Sie dürfen diese Sitzung nicht öffnen.',
  cannotGoOn: 'Das hat nicht funktioniert.',
  cannotShow: 'Diese Seite braucht einen neueren Player. Laden Sie neu, um ihn zu bekommen.',
  opensInNewTab: 'öffnet einen neuen Tab',
  outcomes: {
    completed: 'Abgeschlossen',
    quit: 'Abgebrochen',
    'timed-out': 'Zeit abgelaufen',
    failed: 'Fehlgeschlagen',
  },
};

const LANGUAGES: Readonly<Record<string, PlayerWords>> = { en, es, de };

/** The player's words in a language (BCP 47), else in its base language, else in English. */
export function wordsFor(language: string): PlayerWords {
  return LANGUAGES[language] ?? LANGUAGES[language.split('-')[0] ?? ''] ?? en;
}

/** The languages that the player itself speaks. */
export const PLAYER_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);
