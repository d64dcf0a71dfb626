import type { OfferedOption, OptionFace, RunContext } from '#contract/element-type.ts';
import { type LocalizedText, textIn } from '#contract/localized-text.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Place, Program, ProgramExit } from './program.ts';

type Face = OptionFace & { readonly element: ElementId };

const known = new WeakMap<ProgramExit, Map<string, readonly OfferedOption[]>>();

/** The options connected to an exit that are to be shown now, in their order, in the session's language. */
export function offeredOptions({ program, node }: Place, exit: string, context: RunContext): readonly OfferedOption[] {
  const leads = node.exits.get(exit);
  if (!leads) return [];
  const remembered = known.get(leads)?.get(context.language);
  if (remembered) return remembered;
  const faces = facesOf(program, leads);
  const offered = faces
    .filter(({ shownWhen }) => !shownWhen || context.evaluate(shownWhen).value === true)
    .map((face) => offer(face, context));
  // Options that no value can change are the same in every session: they are put together once a language.
  if (faces.every((face) => isFixed(program, face, context.language))) {
    const languages = known.get(leads) ?? new Map<string, readonly OfferedOption[]>();
    languages.set(context.language, offered);
    known.set(leads, languages);
  }
  return offered;
}

function facesOf(program: Program, { to }: ProgramExit): Face[] {
  return to.flatMap((element) => {
    const target = program.elements.get(element);
    const face = target?.type.option?.(target.settings);
    return face ? [{ ...face, element }] : [];
  });
}

function offer({ element, value, label, image, heading }: Face, context: RunContext): OfferedOption {
  return {
    element,
    value,
    label: context.words(label),
    ...(image ? { image } : {}),
    ...(heading ? { heading: context.words(heading) } : {}),
  };
}

function isFixed(program: Program, { shownWhen, label, heading }: Face, language: string): boolean {
  const fixed = (text: LocalizedText | undefined) =>
    text === undefined || program.text(textIn(text, language, program.sourceLanguage)).plain !== undefined;
  return !shownWhen && fixed(label) && fixed(heading);
}
