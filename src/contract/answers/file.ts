import * as z from 'zod';
import { LIMITS } from '#prelude/limits.ts';
import { FILE_KIND_NAMES, FILE_KINDS, type FileKind, fileKindOf } from '../file-kinds.ts';
import { FILE_ID_PATTERN, type FileValue, isFileValue } from '../file-value.ts';
import { setting } from '../setting.ts';
import { NEXT } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { refusing } from './refuse-answer.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

const { preset: _noFile, ...shared } = sharedAnswerSettings;

const settings = z.strictObject({
  kind: z.literal('file'),
  ...shared,
  accepts: setting(z.array(z.enum(FILE_KIND_NAMES)).min(1).optional(), {
    widget: 'many',
    label: 'Takes',
    help: 'All of them unless some are chosen.',
    tab: 'Answer',
    options: FILE_KIND_NAMES.map((kind) => ({ value: kind, label: FILE_KINDS[kind].label })),
  }),
  mostMegabytes: setting(z.number().gt(0).max(LIMITS.uploadMegabytes).optional(), {
    widget: 'number',
    label: 'Most megabytes',
    help: `At most ${LIMITS.uploadMegabytes}, which is also what goes where nothing is set.`,
    tab: 'Answer',
  }),
});

type Settings = z.infer<typeof settings>;

const MEGABYTE = 1_000_000;

const kindsOf = ({ accepts }: Settings): readonly FileKind[] => accepts ?? FILE_KIND_NAMES;
const megabytesOf = ({ mostMegabytes = LIMITS.uploadMegabytes }: Settings) => mostMegabytes;

/** A file or photo, `{"id","name","type","size"}`. Its bytes were uploaded before; the answer only names it. */
export const file = answerKind<Settings>({
  kind: 'file',
  title: 'File or photo',
  icon: 'paperclip',
  group: 'Files',
  settings,
  defaults: (variable) => ({ kind: 'file', variable }),
  type: () => ({ kind: 'file' }),
  exits: () => [NEXT],
  exitFor: () => NEXT.name,
  problems: () => [],
  samples: (chosen) => [sample(kindsOf(chosen))],
  limits: (chosen) => ({
    accepts: kindsOf(chosen),
    types: kindsOf(chosen).flatMap((kind): readonly string[] => FILE_KINDS[kind].types),
    mostBytes: Math.round(megabytesOf(chosen) * MEGABYTE),
  }),
  leavesAtOnce: () => false,
  read: (chosen, input, { language, files, show }) => {
    const refuse = refusing(language);
    if (!isFileValue(input) || !FILE_ID_PATTERN.test(input.id)) return refuse('answer.not-file');
    // What the store says of the file counts, whatever the answer claims of it.
    const kept = files ? (Object.hasOwn(files, input.id) ? files[input.id] : undefined) : input;
    if (!kept) return refuse('answer.no-such-file');
    const kind = fileKindOf(kept.type);
    if (!kind || !kindsOf(chosen).includes(kind)) return refuse('answer.file-kind');
    if (kept.size > megabytesOf(chosen) * MEGABYTE) {
      return refuse('answer.file-too-large', { most: show(megabytesOf(chosen), { kind: 'number' }) });
    }
    const value: FileValue = { id: kept.id, name: kept.name, type: kept.type, size: kept.size };
    return { ok: true, value, shown: kept.name };
  },
});

function sample([kind = 'pdf']: readonly FileKind[]): FileValue {
  const [type] = FILE_KINDS[kind].types;
  return { id: 'fil_sample', name: `sample.${kind}`, type, size: 1 };
}
