import { textIn } from './localized-text.ts';

/** The languages that every sentence is said in; in any other one English is. */
export const WORD_LANGUAGES = ['en', 'es', 'de'] as const;

type WordLanguage = (typeof WORD_LANGUAGES)[number];

/** Sentences that pages and refusals say by themselves, per language. Params stand in `{braces}`. */
const WORDS = {
  'answer.required': {
    en: 'Give an answer to go on',
    es: 'Dé una respuesta para continuar',
    de: 'Geben Sie eine Antwort, um fortzufahren',
  },
  'answer.not-offered': {
    en: 'Choose one of the answers shown',
    es: 'Elija una de las respuestas mostradas',
    de: 'Wählen Sie eine der gezeigten Antworten',
  },
  'answer.not-text': {
    en: 'Write the answer as text',
    es: 'Escriba la respuesta como texto',
    de: 'Schreiben Sie die Antwort als Text',
  },
  'answer.too-short': {
    en: 'Write at least {least} characters',
    es: 'Escriba al menos {least} caracteres',
    de: 'Schreiben Sie mindestens {least} Zeichen',
  },
  'answer.too-long': {
    en: 'Write at most {most} characters; there are {count} now',
    es: 'Escriba como máximo {most} caracteres; ahora hay {count}',
    de: 'Schreiben Sie höchstens {most} Zeichen; jetzt sind es {count}',
  },
  'answer.not-number': {
    en: 'Write a number, such as 12.5',
    es: 'Escriba un número, como 12,5',
    de: 'Schreiben Sie eine Zahl, etwa 12,5',
  },
  'answer.not-whole': {
    en: 'Write a whole number',
    es: 'Escriba un número entero',
    de: 'Schreiben Sie eine ganze Zahl',
  },
  'answer.too-small': { en: 'The least is {least}', es: 'El mínimo es {least}', de: 'Das Mindeste ist {least}' },
  'answer.too-large': { en: 'The most is {most}', es: 'El máximo es {most}', de: 'Das Höchste ist {most}' },
  'answer.not-date': {
    en: 'Write a date that exists, as day, month and year',
    es: 'Escriba una fecha que exista: día, mes y año',
    de: 'Schreiben Sie ein Datum, das es gibt: Tag, Monat und Jahr',
  },
  'answer.too-early': {
    en: 'The earliest date is {least}',
    es: 'La fecha más temprana es {least}',
    de: 'Das früheste Datum ist {least}',
  },
  'answer.too-late': {
    en: 'The latest date is {most}',
    es: 'La fecha más tardía es {most}',
    de: 'Das späteste Datum ist {most}',
  },
  'answer.not-yes-no': { en: 'Answer yes or no', es: 'Responda sí o no', de: 'Antworten Sie mit Ja oder Nein' },
  'answer.too-few': {
    en: 'Choose at least {least}',
    es: 'Elija al menos {least}',
    de: 'Wählen Sie mindestens {least}',
  },
  'answer.too-many': {
    en: 'Choose at most {most}; there are {count} now',
    es: 'Elija como máximo {most}; ahora hay {count}',
    de: 'Wählen Sie höchstens {most}; jetzt sind es {count}',
  },
  'answer.check': {
    en: 'This answer is not accepted; check it',
    es: 'Esta respuesta no se acepta; compruébela',
    de: 'Diese Antwort wird nicht angenommen; prüfen Sie sie',
  },
  'answer.pattern': {
    en: 'This is not written as it has to be; check it',
    es: 'No está escrito como debe; compruébelo',
    de: 'Das ist nicht so geschrieben, wie es sein muss; prüfen Sie es',
  },
  'answer.not-digits': {
    en: 'Write digits only',
    es: 'Escriba solo cifras',
    de: 'Schreiben Sie nur Ziffern',
  },
  'answer.not-email': {
    en: 'Write an e-mail address, such as ana@example.com',
    es: 'Escriba una dirección de correo, como ana@example.com',
    de: 'Schreiben Sie eine E-Mail-Adresse, etwa ana@example.com',
  },
  'answer.not-phone': {
    en: 'Write a telephone number in digits, such as +34 911 234 567',
    es: 'Escriba un número de teléfono con cifras, como +34 911 234 567',
    de: 'Schreiben Sie eine Telefonnummer in Ziffern, etwa +34 911 234 567',
  },
  'answer.phone-needs-country': {
    en: 'Begin with + and the code of the country, such as +34',
    es: 'Empiece con + y el prefijo del país, como +34',
    de: 'Beginnen Sie mit + und der Landesvorwahl, etwa +34',
  },
  'answer.phone-length': {
    en: 'This number has too few or too many digits; check it',
    es: 'Este número tiene cifras de más o de menos; compruébelo',
    de: 'Diese Nummer hat zu wenige oder zu viele Ziffern; prüfen Sie sie',
  },
  'answer.not-money': {
    en: 'Write an amount, such as 12.50',
    es: 'Escriba un importe, como 12,50',
    de: 'Schreiben Sie einen Betrag, etwa 12,50',
  },
  'answer.currency-not-offered': {
    en: 'Choose one of these currencies: {currencies}',
    es: 'Elija una de estas monedas: {currencies}',
    de: 'Wählen Sie eine dieser Währungen: {currencies}',
  },
  'answer.too-exact': {
    en: 'Amounts in {currency} have {places} decimal places',
    es: 'Los importes en {currency} tienen {places} decimales',
    de: 'Beträge in {currency} haben {places} Dezimalstellen',
  },
  'answer.not-time': {
    en: 'Write a time, such as 2:30 PM or 14:30',
    es: 'Escriba una hora, como 14:30',
    de: 'Schreiben Sie eine Uhrzeit, etwa 14:30',
  },
  'answer.time-too-early': {
    en: 'The earliest time is {least}',
    es: 'La hora más temprana es {least}',
    de: 'Die früheste Uhrzeit ist {least}',
  },
  'answer.time-too-late': {
    en: 'The latest time is {most}',
    es: 'La hora más tardía es {most}',
    de: 'Die späteste Uhrzeit ist {most}',
  },
  'answer.not-date-time': {
    en: 'Write a day and a time, such as tomorrow 2:30 PM',
    es: 'Escriba un día y una hora, como mañana 14:30',
    de: 'Schreiben Sie einen Tag und eine Uhrzeit, etwa morgen 14:30',
  },
  'answer.not-rating': {
    en: 'Choose a number from 1 to {most}',
    es: 'Elija un número del 1 al {most}',
    de: 'Wählen Sie eine Zahl von 1 bis {most}',
  },
  'answer.not-file': {
    en: 'Choose a file and wait until it is uploaded',
    es: 'Elija un archivo y espere a que se haya subido',
    de: 'Wählen Sie eine Datei und warten Sie, bis sie hochgeladen ist',
  },
  'answer.no-such-file': {
    en: 'This file is not there any more; upload it again',
    es: 'Este archivo ya no está; súbalo de nuevo',
    de: 'Diese Datei ist nicht mehr da; laden Sie sie noch einmal hoch',
  },
  'answer.file-kind': {
    en: 'Files of this kind are not taken here; choose another one',
    es: 'Aquí no se admiten archivos de este tipo; elija otro',
    de: 'Dateien dieser Art werden hier nicht angenommen; wählen Sie eine andere',
  },
  'answer.file-too-large': {
    en: 'The file may have at most {most} MB; choose a smaller one',
    es: 'El archivo puede tener como máximo {most} MB; elija uno más pequeño',
    de: 'Die Datei darf höchstens {most} MB haben; wählen Sie eine kleinere',
  },
  'answer.not-verified': {
    en: 'The answer could not be checked just now; try again, or go on without',
    es: 'No se ha podido comprobar la respuesta; inténtelo de nuevo o continúe sin comprobarla',
    de: 'Die Antwort ließ sich gerade nicht prüfen; versuchen Sie es noch einmal oder gehen Sie ohne weiter',
  },
  'answer.not-read': {
    en: 'Confirm that you have read this aloud',
    es: 'Confirme que lo ha leído en voz alta',
    de: 'Bestätigen Sie, dass Sie dies vorgelesen haben',
  },
  'page.read-aloud': {
    en: 'I have read this aloud',
    es: 'Lo he leído en voz alta',
    de: 'Ich habe dies vorgelesen',
  },
  'page.button-unmet': {
    en: 'This cannot be done yet: something that it needs is not known',
    es: 'Todavía no se puede hacer: falta un dato que necesita',
    de: 'Das geht noch nicht: Etwas, das dafür nötig ist, ist nicht bekannt',
  },
  'page.waiting': { en: 'Waiting', es: 'Esperando', de: 'Es wird gewartet' },
  'page.verifying': { en: 'Checking the answer', es: 'Comprobando la respuesta', de: 'Die Antwort wird geprüft' },
  'answer.not-form': {
    en: 'Answer the fields by their names',
    es: 'Responda los campos por su nombre',
    de: 'Beantworten Sie die Felder mit ihren Namen',
  },
  'answer.no-such-field': {
    en: 'The form has no field “{field}”',
    es: 'El formulario no tiene ningún campo «{field}»',
    de: 'Das Formular hat kein Feld „{field}“',
  },
  'answer.not-a-row': {
    en: 'Pick one of the rows shown',
    es: 'Elija una de las filas mostradas',
    de: 'Wählen Sie eine der gezeigten Zeilen',
  },
  'page.next': { en: 'Next', es: 'Siguiente', de: 'Weiter' },
  'page.yes': { en: 'Yes', es: 'Sí', de: 'Ja' },
  'page.no': { en: 'No', es: 'No', de: 'Nein' },
} as const satisfies { readonly [code: string]: { readonly [language in WordLanguage]: string } };

export type WordCode = keyof typeof WORDS;

export const WORD_CODES = Object.keys(WORDS) as readonly WordCode[];

/** The sentence of a code in `language`, English where it has none. */
export function say(language: string, code: WordCode, params?: { readonly [name: string]: string | number }): string {
  const sentence = textIn(WORDS[code], language, 'en');
  if (!params) return sentence;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
