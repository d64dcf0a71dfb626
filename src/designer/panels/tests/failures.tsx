import { topOf } from '#contract/element-path.ts';
import type { Expected, TestFailure } from '#engine/tests/failure.ts';
import type { Interaction, Variable } from '#format/interaction.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { ElementPath, VariableKey } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { useInteraction } from '../../page/editor-context.ts';
import { useThingNames } from '../../server/account-known.tsx';
import { JumpLink } from './jump-link.tsx';

/** Why a test failed: each with the place, what was expected, and what was seen. */
export function Failures({ failures }: { failures: readonly TestFailure[] }) {
  return (
    <ul className="panel-failures" aria-label="Why it failed">
      {failures.map((failure) => (
        <li key={JSON.stringify(failure)}>
          <Failure failure={failure} />
        </li>
      ))}
    </ul>
  );
}

function Failure({ failure }: { failure: TestFailure }) {
  const interaction = useInteraction();
  const thingName = useThingNames();
  switch (failure.kind) {
    case 'not-started':
      return <p>It does not start: {failure.message}</p>;
    case 'other-answer':
      return (
        <p>
          At <JumpLink at={failure.at} /> an answer is needed, but the next one is for <JumpLink at={failure.next} />.
        </p>
      );
    case 'refused':
      return (
        <p>
          <JumpLink at={failure.at} /> refuses{' '}
          {failure.answer === undefined ? 'going on without an answer' : <code>{valueWords(failure.answer)}</code>}:{' '}
          {failure.message}
        </p>
      );
    case 'taken':
      return (
        <p>
          <JumpLink at={failure.at} /> takes{' '}
          {failure.answer === undefined ? 'going on without an answer' : <code>{valueWords(failure.answer)}</code>},
          which had to be refused.
        </p>
      );
    case 'other-refusal':
      return (
        <>
          <p>
            <JumpLink at={failure.at} /> refuses the answer in other words
          </p>
          <Compared expected={failure.expected} seen={failure.message} />
        </>
      );
    case 'not-shown':
      return (
        <>
          <p>
            Words are missing on <JumpLink at={failure.at} />
          </p>
          <Compared expected={failure.text} seen={failure.shown} />
        </>
      );
    case 'shown':
      return (
        <p>
          <JumpLink at={failure.at} /> shows “{failure.text}”, which may not be seen.
        </p>
      );
    case 'never-shown':
      return <p>“{failure.text}” was never shown.</p>;
    case 'missing':
      return (
        <p>
          <JumpLink at={failure.at} /> runs another Interaction, which the test cannot do without:{' '}
          {thingName({ kind: 'interaction', key: failure.interaction }) ?? failure.interaction} has no version in this
          account that you may see. Publish it first, or choose another one.
        </p>
      );
    case 'broke':
      return (
        <p>
          The run fails at <JumpLink at={failure.at} />: {failure.message}
        </p>
      );
    case 'unused':
      return (
        <p>
          <JumpLink at={failure.at} /> never asked for its answer.
        </p>
      );
    case 'differs':
      return (
        <>
          <p>
            {subject(failure.of, interaction)} at <JumpLink at={failure.at} />
          </p>
          <Compared
            expected={told(failure.of, failure.expected, interaction)}
            seen={failure.seen === undefined ? 'nothing' : told(failure.of, failure.seen, interaction)}
          />
        </>
      );
    case 'too-long':
      return <p>It took too long and was stopped.</p>;
    default:
      return assertNever(failure);
  }
}

function Compared({ expected, seen }: { readonly expected: string; readonly seen: string }) {
  return (
    <dl className="panel-expected">
      <div>
        <dt>Expected</dt>
        <dd>{expected}</dd>
      </div>
      <div>
        <dt>Seen</dt>
        <dd className="panel-seen">{seen}</dd>
      </div>
    </dl>
  );
}

function subject(of: Expected, { variables }: Interaction): string {
  switch (of.what) {
    case 'outcome':
      return 'The outcome';
    case 'at':
      return 'Where it waits';
    case 'visited':
      return 'The path';
    case 'variable': {
      const variable: Variable | undefined = variables[of.key as VariableKey];
      return `“${variable?.label || of.key}”`;
    }
    default:
      return assertNever(of);
  }
}

/** Elements by their names, all else as it stands in the file. */
function told(of: Expected, value: Json, interaction: Interaction): string {
  if (of.what === 'at' && typeof value === 'string') return nameOf(value as ElementPath, interaction);
  if (of.what === 'visited' && Array.isArray(value)) {
    return value.map((path) => (typeof path === 'string' ? nameOf(path as ElementPath, interaction) : '')).join(' → ');
  }
  return valueWords(value);
}

export function nameOf(path: ElementPath, { elements }: Interaction): string {
  return elements[topOf(path)]?.name ?? path;
}

function valueWords(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
