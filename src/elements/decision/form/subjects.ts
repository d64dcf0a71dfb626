import type { Scope, ValueType } from '#expressions/value-type.ts';

/** Something that a condition can ask about: a variable, or a field of one. */
export interface Subject {
  /** As it is written: `customer.city`. */
  readonly path: string;
  readonly label: string;
  readonly type: ValueType;
  /** What an option can be. */
  readonly options: readonly SubjectOption[];
}

export interface SubjectOption {
  readonly value: string;
  readonly label: string;
}

interface NamedVariable {
  readonly key: string;
  readonly label: string;
  readonly options?: readonly SubjectOption[];
}

/** Fields of fields are offered so many levels deep. */
const MOST_LEVELS = 3;

/** All that conditions can ask about: the Interaction's own variables first, then what every session has. */
export function subjectsOf(scope: Scope, variables: readonly NamedVariable[]): readonly Subject[] {
  const own = variables.flatMap(({ key, label, options = [] }) => {
    const type = Object.hasOwn(scope, key) ? scope[key] : undefined;
    return type ? fieldsOf({ path: key, label: label || key, type, options }, MOST_LEVELS) : [];
  });
  const known = new Set(variables.map(({ key }) => key));
  const builtIn = Object.entries(scope)
    .filter(([key]) => !known.has(key))
    .flatMap(([key, type]) => fieldsOf({ path: key, label: words(key), type, options: [] }, MOST_LEVELS));
  return [...own, ...builtIn];
}

/** A record is asked by its fields; by itself, only whether it is there. */
function fieldsOf(subject: Subject, levels: number): readonly Subject[] {
  const { path, label, type } = subject;
  if (type.kind !== 'record' || levels === 0) return [subject];
  const fields = Object.entries(type.fields).flatMap(([name, of]) =>
    fieldsOf({ path: `${path}.${name}`, label: `${label}: ${words(name)}`, type: of, options: [] }, levels - 1),
  );
  return [subject, ...fields];
}

function words(name: string): string {
  return name.replaceAll('_', ' ');
}
