import { Braces, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Variable } from '#format/interaction.ts';
import type { VariableKey } from '#prelude/ids.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Select } from '#ui/select.tsx';
import { Switch } from '#ui/switch.tsx';
import { TextField } from '#ui/text-field.tsx';
import { canRenameVariable, renameVariable } from '../commands/rename-variable.ts';
import { addVariable, changeVariable, removeVariable } from '../commands/variables.ts';
import { goToElement } from '../editor/go-to-element.ts';
import { usesOf } from '../editor/references.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';

const TYPES: readonly { readonly id: Variable['type']; readonly label: string }[] = [
  { id: 'text', label: 'Text' },
  { id: 'number', label: 'Number' },
  { id: 'money', label: 'Money' },
  { id: 'boolean', label: 'Yes or no' },
  { id: 'option', label: 'Option' },
  { id: 'date', label: 'Date' },
  { id: 'time', label: 'Time' },
  { id: 'date-time', label: 'Date and time' },
  { id: 'duration', label: 'Duration' },
  { id: 'file', label: 'File' },
  { id: 'list', label: 'List' },
  { id: 'record', label: 'Record' },
];

const PRIVACY = [
  { id: 'public', label: 'Public' },
  { id: 'personal', label: 'Personal' },
  { id: 'secret', label: 'Secret' },
] as const;

/** The values of the Interaction: what they are called, where they are used. */
export function VariablesPanel() {
  const { variables } = useInteraction();
  const all = Object.entries(variables) as [VariableKey, Variable][];
  return (
    <>
      {all.length === 0 ? (
        <EmptyState icon={<Braces />} title="No variables yet">
          A Question makes one for its answer by itself.
        </EmptyState>
      ) : (
        <ul className="panel-list" aria-label="Variables">
          {all.map(([key, variable]) => (
            <VariableRow key={key} id={key} variable={variable} />
          ))}
        </ul>
      )}
      <NewVariable />
    </>
  );
}

function VariableRow({ id, variable }: { id: VariableKey; variable: Variable }) {
  const editor = useEditor();
  const { elements } = useInteraction();
  const uses = usesOf(editor.interaction, editor.catalog, id);
  const isMade = uses.some(({ how }) => how === 'makes');
  return (
    <li className="panel-item panel-variable">
      <div className="panel-words">
        <div className="panel-row">
          <TextField
            label={`Label of ${id}`}
            isLabelHidden
            maxLength={200}
            value={variable.label}
            onChange={(label) => changeVariable(editor, id, 'label', label)}
          />
          <IconButton
            size="small"
            label={uses.length > 0 ? `${variable.label} is in use` : `Remove ${variable.label}`}
            icon={<Trash2 />}
            isDisabled={uses.length > 0}
            onPress={() => removeVariable(editor, id)}
          />
        </div>
        <p className="panel-muted">
          <code>{`{${id}}`}</code> · {TYPES.find((type) => type.id === variable.type)?.label ?? variable.type}
        </p>
        <ul className="panel-uses" aria-label={`Where ${variable.label} is used`}>
          {uses.map((use) => (
            <li key={`${use.element} ${use.how} ${use.label}`}>
              <button type="button" className="panel-link" onClick={() => goToElement(editor, use.element)}>
                {elements[use.element]?.name}
              </button>
              <span className="panel-muted"> {use.label.toLowerCase()}</span>
            </li>
          ))}
        </ul>
        <details>
          <summary>More</summary>
          <div className="panel-more">
            <KeyField id={id} />
            <Select
              label="Privacy"
              description="What is secret is held in memory alone, whatever asks for it; where it is lost, it is asked for again."
              options={PRIVACY}
              value={variable.privacy ?? 'public'}
              onChange={(privacy) => changeVariable(editor, id, 'privacy', privacy === 'public' ? undefined : privacy)}
            />
            <Switch
              isSelected={variable.dimension === true}
              onChange={(is) => changeVariable(editor, id, 'dimension', is || undefined)}
            >
              Reports can be cut by it
            </Switch>
            <Switch
              isSelected={variable.input === true}
              onChange={(is) => changeVariable(editor, id, 'input', is || undefined)}
            >
              May be given when a session starts
            </Switch>
            {isMade ? null : (
              <Select
                label="Type"
                options={TYPES}
                value={variable.type}
                onChange={(type) => changeVariable(editor, id, 'type', type)}
              />
            )}
          </div>
        </details>
      </div>
    </li>
  );
}

/** How the variable is written in texts and rules: changed in all of them at once, when the field is left. */
function KeyField({ id }: { id: VariableKey }) {
  const editor = useEditor();
  const interaction = useInteraction();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const possible = canRenameVariable(interaction, id, typed ?? id);
  const end = () => {
    if (typed !== undefined) renameVariable(editor, id, typed);
    setTyped(undefined);
  };
  return (
    <TextField
      label="Written as"
      description="In the braces of texts, and in rules. What uses it is changed with it."
      maxLength={60}
      value={typed ?? id}
      error={possible.ok ? undefined : possible.error}
      onChange={setTyped}
      onBlur={end}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(undefined);
        if (event.key === 'Enter') end();
      }}
    />
  );
}

function NewVariable() {
  const editor = useEditor();
  const [label, setLabel] = useState('');
  const [type, setType] = useState<Variable['type']>('text');
  const add = () => {
    addVariable(editor, label.trim(), type);
    setLabel('');
  };
  return (
    <div className="panel-new">
      <TextField label="New variable" value={label} onChange={setLabel} placeholder="What it holds" />
      <div className="panel-row">
        <Select label="Type of the new variable" isLabelHidden options={TYPES} value={type} onChange={setType} />
        <Button icon={<Plus />} isDisabled={label.trim() === ''} onPress={add}>
          Add
        </Button>
      </div>
    </div>
  );
}
