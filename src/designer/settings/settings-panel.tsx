import { useEffect, useState } from 'react';
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
import { throughLists } from '../editor/within.ts';
import { useEditor, useEditorState, useInteraction } from '../page/editor-context.ts';
import { useProblemsOf } from '../page/problems-context.ts';
import { AnswerFields } from './answer-fields.tsx';
import { ExitsTab } from './exits-tab.tsx';
import { ExpressionField } from './expression-field.tsx';
import { InteractionSettings } from './interaction-settings.tsx';
import { Items } from './items.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { ManySelected } from './many-selected.tsx';
import { OptionsTab } from './options-tab.tsx';
import { isSaidByField, tabOfProblem } from './problem-places.ts';
import { Rows } from './rows.tsx';
import { SchemaFields, tabsOf } from './schema-fields.tsx';
import { SettingsProvider } from './settings-context.ts';
import { TabName, TabProblems } from './tab-problems.tsx';
import { useFormVariables, useScope } from './use-values.ts';
import './settings.css';

export interface SettingsPanelProps {
  /** The cursor is wanted in them. */
  isAsked: boolean;
  /** They stand there now. */
  onThere: () => void;
  /** Whoever wanted to be in them does not wait for them any more. */
  onLeave: () => void;
}

/** The settings of what is selected; of the Interaction itself where nothing is. */
export function SettingsPanel({ onThere }: SettingsPanelProps) {
  const editor = useEditor();
  useEffect(onThere, [onThere]);
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

/** What elements have beyond their name. */
const BASE_REST = elementBase.omit({ type: true, name: true, outdated: true });

/** Of these, what says nothing of an element of this type, unless somebody set it: it can then be taken away. */
function senseless(type: ElementType, element: Element): readonly string[] {
  const isSeen = type.page !== undefined || type.waits !== undefined;
  const isReached = type.group !== 'option' && type.group !== 'note';
  const makeSense = { help: isSeen, target: isSeen, entryPoint: isReached, buttons: type.page !== undefined };
  return Object.entries(makeSense).flatMap(([name, does]) => (does || name in element ? [] : [name]));
}
const BASE_NAME = elementBase.pick({ name: true });

interface ElementSettingsProps {
  id: ElementId;
  element: Element;
  type: ElementType;
}

function ElementSettings({ id, element, type }: ElementSettingsProps) {
  const editor = useEditor();
  const form = forms.get(type.type);
  const problems = useProblemsOf(id);
  const tabOf = (path: string) => tabOfProblem(path, type, form);
  const asked = useEditorState((state) => state.view.mending);
  const wanted = asked?.element === id ? asked : undefined;
  const [chosen, setChosen] = useState<SettingsTab>(wanted ? tabOf(wanted.path) : 'General');
  const [answered, setAnswered] = useState(wanted);
  // Whoever goes to a problem sees where it is mended, also on an element that is in sight already.
  if (wanted !== answered) {
    setAnswered(wanted);
    if (wanted) setChosen(tabOf(wanted.path));
  }
  const exits = type.exits(settingsOf(element));
  const options = exits.find((exit) => exit.connectors === 'options');
  const fromSchema = tabsOf(type.settings, form?.instead);
  const without = senseless(type, element);
  const present: Record<SettingsTab, boolean> = {
    General: true,
    Answer: fromSchema.has('Answer') || form?.tab === 'Answer',
    Choices: options !== undefined,
    Exits: exits.some((exit) => exit.connectors === 'one') || exits.length > 0,
    Settings: fromSchema.has('Settings') || without.length < Object.keys(BASE_REST.shape).length,
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
      {name === 'Settings' ? <SchemaFields schema={BASE_REST} at={[]} without={without} /> : null}
      <TabProblems problems={problems.filter((problem) => tabOf(problem.path) === name && !isSaidByField(problem))} />
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
        tabs={tabs.map((name) => ({
          id: name,
          label: <TabName name={name} count={problems.filter(({ path }) => tabOf(path) === name).length} />,
          content: content(name),
        }))}
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
