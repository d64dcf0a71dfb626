import { useState } from 'react';
import { elementBase } from '#contract/element-base.ts';
import type { ElementType } from '#contract/element-type.ts';
import { forms } from '#elements/forms.tsx';
import { settingsOf } from '#format/element-settings.ts';
import type { Element } from '#format/interaction.ts';
import { iconNamed } from '#map/icons.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { SettingsTab } from '#ui/element-form.ts';
import { Tabs } from '#ui/tabs.tsx';
import { changeSetting, editSetting } from '../commands/change-settings.ts';
import { useEditor, useEditorState, useInteraction } from '../page/editor-context.ts';
import { AnswerFields } from './answer-fields.tsx';
import { ExitsTab } from './exits-tab.tsx';
import { ExpressionField } from './expression-field.tsx';
import { InteractionSettings } from './interaction-settings.tsx';
import { Items } from './items.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ManySelected } from './many-selected.tsx';
import { OptionsTab } from './options-tab.tsx';
import { Rows } from './rows.tsx';
import { SchemaFields, tabsOf } from './schema-fields.tsx';
import { SettingsProvider } from './settings-context.ts';
import { useFormVariables, useScope } from './use-values.ts';
import { throughLists } from './within.ts';
import './settings.css';

/** The settings of what is selected; of the Interaction itself where nothing is. */
export function SettingsPanel() {
  const editor = useEditor();
  const selected = useEditorState((state) => state.selected);
  const { elements } = useInteraction();
  const [only, second] = selected;
  const element = only === undefined ? undefined : elements[only];
  const type = element && editor.catalog.get(element.type);
  if (second !== undefined) return <ManySelected ids={selected} />;
  if (only === undefined || !element || !type) return <InteractionSettings />;
  return <ElementSettings key={only} id={only} element={element} type={type} />;
}

const ORDER: readonly SettingsTab[] = ['General', 'Answer', 'Choices', 'Exits', 'Settings'];

/** What every element has beyond its name. */
const BASE_REST = elementBase.omit({ type: true, name: true });
const BASE_NAME = elementBase.pick({ name: true });

interface ElementSettingsProps {
  id: ElementId;
  element: Element;
  type: ElementType;
}

function ElementSettings({ id, element, type }: ElementSettingsProps) {
  const editor = useEditor();
  const [chosen, setChosen] = useState<SettingsTab>('General');
  const form = forms.get(type.type);
  const exits = type.exits(settingsOf(element));
  const options = exits.find((exit) => exit.connectors === 'options');
  const fromSchema = tabsOf(type.settings, form?.instead);
  const present: Record<SettingsTab, boolean> = {
    General: true,
    Answer: fromSchema.has('Answer') || form?.tab === 'Answer',
    Choices: options !== undefined,
    Exits: exits.some((exit) => exit.connectors === 'one') || exits.length > 0,
    Settings: true,
  };
  const tabs = ORDER.filter((tab) => present[tab]);
  const tab = tabs.includes(chosen) ? chosen : 'General';
  const Icon = iconNamed(type.icon);
  const scope = {
    element: id,
    settings: element as JsonObject,
    change: (path: readonly string[], value: Json | undefined, label: string) => {
      const whole = throughLists(element as JsonObject, path, value);
      changeSetting(editor, id, whole.path, whole.value, label);
    },
  };
  const content = (name: SettingsTab) => (
    <div className="settings-fields" data-tab={name}>
      {name === 'General' ? <SchemaFields schema={BASE_NAME} at={[]} /> : null}
      {form?.tab === name ? <TypeForm form={form} /> : null}
      <SchemaFields schema={type.settings} at={[]} tab={name} without={form?.instead ?? []} />
      {name === 'Choices' && options ? <OptionsTab id={id} exit={options.name} /> : null}
      {name === 'Exits' ? <ExitsTab id={id} exits={exits} /> : null}
      {name === 'Settings' ? (
        // An element that shows no page has no use for buttons, but those it has can be removed.
        <SchemaFields schema={BASE_REST} at={[]} without={type.page || element.buttons ? [] : ['buttons']} />
      ) : null}
    </div>
  );
  return (
    <SettingsProvider value={scope}>
      <div className={`settings-head map-group-${type.group}`}>
        <span className="settings-icon">
          <Icon aria-hidden="true" />
        </span>
        <h2>{type.title}</h2>
        <LanguageSwitch />
      </div>
      <Tabs
        label={`Settings of ${element.name}`}
        tabs={tabs.map((name) => ({ id: name, label: name, content: content(name) }))}
        selected={tab}
        onSelect={setChosen}
      />
    </SettingsProvider>
  );
}

function TypeForm({ form }: { form: NonNullable<ReturnType<typeof forms.get>> }) {
  const editor = useEditor();
  const variables = useFormVariables();
  const valueScope = useScope();
  const shown = useEditorState((state) => state.view.language);
  const selected = useEditorState((state) => state.selected[0]);
  const { elements, languages } = useInteraction();
  const element = elements[selected as ElementId];
  if (!element || selected === undefined) return null;
  const { Form } = form;
  return (
    <Form
      settings={settingsOf(element) as JsonObject}
      change={(path, value, label) => changeSetting(editor, selected, path, value, label)}
      act={(path, value, name) => editSetting(editor, selected, path, value, name)}
      parts={{
        Fields: SchemaFields,
        Answer: AnswerFields,
        Expression: ExpressionField,
        Rows,
        Items,
        variables,
        languages: { source: languages[0] ?? shown, shown },
        scope: valueScope,
      }}
    />
  );
}
