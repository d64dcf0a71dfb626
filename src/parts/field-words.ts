/** Words that inputs say by themselves; hints and labels are the Interaction's own. */
export interface FieldWords {
  readonly findMany: string;
  readonly moreChoices: (count: number) => string;
  readonly nothingOffered: string;
  readonly noneChosen: string;
  readonly chosen: (count: number, labels: string) => string;
  readonly chooseAny: string;
  readonly chooseExactly: (count: number) => string;
  readonly chooseAtLeast: (least: number) => string;
  readonly chooseAtMost: (most: number) => string;
  readonly chooseBetween: (least: number, most: number) => string;
  readonly ratingOf: (number: number, most: number) => string;
  readonly currency: string;
  readonly amountUnclear: string;
  /** What stands in an empty field for a time. */
  readonly timeForm: string;
  readonly timeUnclear: string;
  readonly momentUnclear: string;
  readonly openClock: string;
  readonly showTyped: string;
  readonly chooseFile: string;
  readonly takePhoto: string;
  readonly dropFile: string;
  readonly fileLimit: (size: string) => string;
  readonly uploading: (name: string) => string;
  readonly cancel: string;
  readonly remove: string;
  readonly fileTooLarge: (size: string) => string;
  readonly fileKind: string;
  readonly fileEmpty: string;
  readonly fileTooMany: string;
  readonly uploadFailed: string;
  readonly noUploads: string;
}

export const FIELD_WORDS_EN: FieldWords = {
  findMany: 'Type to find, Enter to choose',
  moreChoices: (count) => `${count.toLocaleString('en')} more. Type to find them.`,
  nothingOffered: 'There is nothing to choose from. Go on without an answer.',
  noneChosen: 'Nothing chosen yet',
  chosen: (count, labels) => `${count} chosen: ${labels}`,
  chooseAny: 'Choose all that apply.',
  chooseExactly: (count) => `Choose ${count}.`,
  chooseAtLeast: (least) => `Choose at least ${least}.`,
  chooseAtMost: (most) => `Choose up to ${most}.`,
  chooseBetween: (least, most) => `Choose ${least} to ${most}.`,
  ratingOf: (number, most) => `${number} of ${most}`,
  currency: 'Currency',
  amountUnclear: 'This is not an amount yet.',
  timeForm: 'hh:mm',
  timeUnclear: 'This is not a time yet.',
  momentUnclear: 'This is not a day with a time yet.',
  openClock: 'Choose a time',
  showTyped: 'Show',
  chooseFile: 'Choose a file',
  takePhoto: 'Take a photo',
  dropFile: 'or drop it here, or paste it',
  fileLimit: (size) => `At most ${size}`,
  uploading: (name) => `Uploading ${name}`,
  cancel: 'Cancel',
  remove: 'Remove',
  fileTooLarge: (size) => `This file is too large. It may have at most ${size}.`,
  fileKind: 'Files of this kind are not taken here. Choose another one.',
  fileEmpty: 'This file is empty. Choose another one.',
  fileTooMany: 'No more files can be kept in this session.',
  uploadFailed: 'The file could not be uploaded. Try again.',
  noUploads: 'Files cannot be uploaded here.',
};

export const FIELD_WORDS_ES: FieldWords = {
  findMany: 'Escriba para buscar, Intro para elegir',
  moreChoices: (count) => `${count.toLocaleString('es')} más. Escriba para encontrarlas.`,
  nothingOffered: 'No hay nada que elegir. Continúe sin respuesta.',
  noneChosen: 'Nada elegido todavía',
  chosen: (count, labels) => `${count} elegidas: ${labels}`,
  chooseAny: 'Elija todas las que correspondan.',
  chooseExactly: (count) => `Elija ${count}.`,
  chooseAtLeast: (least) => `Elija al menos ${least}.`,
  chooseAtMost: (most) => `Elija hasta ${most}.`,
  chooseBetween: (least, most) => `Elija de ${least} a ${most}.`,
  ratingOf: (number, most) => `${number} de ${most}`,
  currency: 'Moneda',
  amountUnclear: 'Todavía no es un importe.',
  timeForm: 'hh:mm',
  timeUnclear: 'Todavía no es una hora.',
  momentUnclear: 'Todavía no es un día con hora.',
  openClock: 'Elegir una hora',
  showTyped: 'Mostrar',
  chooseFile: 'Elegir un archivo',
  takePhoto: 'Hacer una foto',
  dropFile: 'o suéltelo aquí, o péguelo',
  fileLimit: (size) => `Como máximo ${size}`,
  uploading: (name) => `Subiendo ${name}`,
  cancel: 'Cancelar',
  remove: 'Quitar',
  fileTooLarge: (size) => `Este archivo es demasiado grande. Puede tener como máximo ${size}.`,
  fileKind: 'Aquí no se admiten archivos de este tipo. Elija otro.',
  fileEmpty: 'Este archivo está vacío. Elija otro.',
  fileTooMany: 'No se pueden guardar más archivos en esta sesión.',
  uploadFailed: 'No se ha podido subir el archivo. Inténtelo de nuevo.',
  noUploads: 'Aquí no se pueden subir archivos.',
};

export const FIELD_WORDS_DE: FieldWords = {
  findMany: 'Tippen zum Suchen, Eingabe zum Wählen',
  moreChoices: (count) => `${count.toLocaleString('de')} weitere. Tippen Sie, um sie zu finden.`,
  nothingOffered: 'Es gibt nichts zu wählen. Gehen Sie ohne Antwort weiter.',
  noneChosen: 'Noch nichts gewählt',
  chosen: (count, labels) => `${count} gewählt: ${labels}`,
  chooseAny: 'Wählen Sie alles Zutreffende.',
  chooseExactly: (count) => `Wählen Sie ${count}.`,
  chooseAtLeast: (least) => `Wählen Sie mindestens ${least}.`,
  chooseAtMost: (most) => `Wählen Sie bis zu ${most}.`,
  chooseBetween: (least, most) => `Wählen Sie ${least} bis ${most}.`,
  ratingOf: (number, most) => `${number} von ${most}`,
  currency: 'Währung',
  amountUnclear: 'Das ist noch kein Betrag.',
  timeForm: 'hh:mm',
  timeUnclear: 'Das ist noch keine Uhrzeit.',
  momentUnclear: 'Das ist noch kein Tag mit Uhrzeit.',
  openClock: 'Uhrzeit wählen',
  showTyped: 'Anzeigen',
  chooseFile: 'Datei wählen',
  takePhoto: 'Foto aufnehmen',
  dropFile: 'oder hier ablegen oder einfügen',
  fileLimit: (size) => `Höchstens ${size}`,
  uploading: (name) => `${name} wird hochgeladen`,
  cancel: 'Abbrechen',
  remove: 'Entfernen',
  fileTooLarge: (size) => `Diese Datei ist zu groß. Sie darf höchstens ${size} haben.`,
  fileKind: 'Dateien dieser Art werden hier nicht angenommen. Wählen Sie eine andere.',
  fileEmpty: 'Diese Datei ist leer. Wählen Sie eine andere.',
  fileTooMany: 'In dieser Sitzung können keine weiteren Dateien aufbewahrt werden.',
  uploadFailed: 'Die Datei ließ sich nicht hochladen. Versuchen Sie es noch einmal.',
  noUploads: 'Hier können keine Dateien hochgeladen werden.',
};
