/** @jsxImportSource preact */
import type { PageField } from '#contract/page.ts';
import type { Json } from '#prelude/json.ts';
import { ChoiceChecks } from '../choice-checks.tsx';
import type { FieldKind, InputProps } from '../field-kind.ts';
import { numberLimit, textLimit } from '../limits.ts';
import { ManyFinder } from '../many-finder.tsx';
import { NothingOffered } from '../nothing-offered.tsx';
import { NUMBER_KEYS } from '../number-keys.ts';
import type { PlayerWords } from '../words.ts';

function ManyChoices(props: InputProps) {
  const options = props.field.options ?? [];
  if (options.length === 0) return <NothingOffered words={props.words} />;
  const chosen = chosenOf(props.value);
  const layout = textLimit(props.field, 'presentation') === 'tiles' ? 'tiles' : 'list';
  const how = `${props.id}-how`;
  const described = { ...props, describedBy: props.describedBy === undefined ? how : `${props.describedBy} ${how}` };
  return (
    <div class="many">
      <p class="field-hint" id={how}>
        {howMany(props.field, props.words)}
      </p>
      {options.length > NUMBER_KEYS && layout === 'list' ? (
        <ManyFinder {...described} options={options} chosen={chosen} />
      ) : (
        <ChoiceChecks {...described} options={options} chosen={chosen} layout={layout} />
      )}
    </div>
  );
}

function chosenOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item: Json): item is string => typeof item === 'string') : [];
}

/** How many may be chosen, said before anybody chooses wrong. */
function howMany(
  field: PageField,
  { chooseAny, chooseExactly, chooseBetween, chooseAtLeast, chooseAtMost }: PlayerWords,
) {
  const least = numberLimit(field, 'least') ?? 1;
  const most = numberLimit(field, 'most');
  if (most === undefined) return least > 1 ? chooseAtLeast(least) : chooseAny;
  if (least === most) return chooseExactly(most);
  return least > 1 ? chooseBetween(least, most) : chooseAtMost(most);
}

export const manyChoices: FieldKind = {
  Input: ManyChoices,
  typed: (answer) => answer,
  answer: (typed) => (Array.isArray(typed) && typed.length === 0 ? undefined : typed),
};
