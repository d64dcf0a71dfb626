import type { NewOutcome } from '#store/queries/outcomes.ts';

/** The outcomes that a new account begins with; each can be renamed, retired or deleted. */
export const STARTING_OUTCOMES: readonly NewOutcome[] = [
  { key: 'resolved', label: { en: 'Resolved', es: 'Resuelto' }, kind: 'success' },
  { key: 'not_resolved', label: { en: 'Not resolved', es: 'No resuelto' }, kind: 'failure' },
  { key: 'call_back', label: { en: 'Call back', es: 'Volver a llamar' }, kind: 'neutral' },
  { key: 'information_given', label: { en: 'Information given', es: 'Información facilitada' }, kind: 'success' },
  { key: 'complaint_taken', label: { en: 'Complaint taken', es: 'Queja registrada' }, kind: 'neutral' },
  { key: 'wrong_number', label: { en: 'Wrong number', es: 'Número equivocado' }, kind: 'neutral' },
];
