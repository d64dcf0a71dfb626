import { textIn } from './localized-text.ts';

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
  'page.waiting': { en: 'Waiting', es: 'Esperando', de: 'Es wird gewartet' },
  'page.verifying': { en: 'Checking the answer', es: 'Comprobando la respuesta', de: 'Die Antwort wird geprüft' },
  'page.next': { en: 'Next', es: 'Siguiente', de: 'Weiter' },
  'page.yes': { en: 'Yes', es: 'Sí', de: 'Ja' },
  'page.no': { en: 'No', es: 'No', de: 'Nein' },
} as const satisfies { readonly [code: string]: { readonly en: string; readonly [language: string]: string } };

export type WordCode = keyof typeof WORDS;

/** The sentence of a code in `language`, English where it has none. */
export function say(
  language: string,
  code: WordCode,
  params: { readonly [name: string]: string | number } = {},
): string {
  return textIn(WORDS[code], language, 'en').replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(params[name] ?? whole),
  );
}
