import type * as z from 'zod';
import type { SettingFace } from '#contract/setting.ts';
import { assertNever } from '#prelude/assert-never.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import { CheckboxGroup } from '#ui/checkbox.tsx';
import { Select } from '#ui/select.tsx';
import { Switch } from '#ui/switch.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useAccountOfCopy } from '../server/account-known.tsx';
import type { ThingKind } from '../server/account-things.ts';
import { DurationField } from './duration-field.tsx';
import { ExpressionField } from './expression-field.tsx';
import { JsonField } from './json-field.tsx';
import { LocalizedField } from './localized-field.tsx';
import { OutcomeField } from './outcome-field.tsx';
import { SettingNumber } from './setting-number.tsx';
import { TemplateField } from './template-field.tsx';
import { ThingField, typedWords } from './thing-field.tsx';
import { useTypedText } from './typed-text.ts';
import { VariableField } from './variable-field.tsx';
import { WordsField, wordsIn } from './words-field.tsx';

export interface SettingFieldProps {
  schema: z.ZodType;
  face: SettingFace;
  value: Json | undefined;
  onChange(path: readonly string[], value: Json | undefined): void;
}

/** One setting, with the widget that its type asks for. */
export function SettingField(props: SettingFieldProps) {
  const { schema, face, value, onChange } = props;
  const put = (next: Json | undefined) => onChange([], next);
  const isOptional = schema.safeParse(undefined).success;
  const words = { label: face.label, description: face.help };
  switch (face.widget) {
    case 'line':
    case 'text':
    case 'date':
    case 'color':
      return <PlainText {...props} widget={face.widget} isOptional={isOptional} />;
    case 'connection':
    case 'interaction':
    case 'team':
      return <Thing {...props} kind={face.widget} isOptional={isOptional} />;
    case 'template':
      return <TemplateField {...props} />;
    case 'json':
      return <JsonField {...props} isOptional={isOptional} />;
    case 'localized-line':
    case 'localized-text':
      return (
        <LocalizedField
          label={face.label}
          help={face.help}
          value={value}
          isLong={face.widget === 'localized-text'}
          isFormatted={face.widget === 'localized-text' && face.formatted === true}
          isOptional={isOptional}
          onChange={(language, text) => {
            const others = isJsonObject(value) ? Object.keys(value).filter((key) => key !== language) : [];
            if (text === undefined && others.length === 0 && isOptional) put(undefined);
            else onChange([language], text);
          }}
        />
      );
    case 'number':
      return (
        <SettingNumber
          {...words}
          schema={schema}
          isOptional={isOptional}
          value={typeof value === 'number' ? value : undefined}
          onChange={put}
        />
      );
    case 'switch':
      return (
        <Switch
          isSelected={value === undefined ? isOnByDefault(face) : value === true}
          onChange={(is) => put(is === isOnByDefault(face) ? undefined : is)}
          description={face.help}
        >
          {face.label}
        </Switch>
      );
    case 'select':
      return (
        <Select
          {...words}
          options={face.options.map((option) => ({ id: option.value, label: option.label }))}
          value={typeof value === 'string' ? value : (face.options[0]?.value ?? null)}
          onChange={put}
        />
      );
    case 'many':
      return (
        <CheckboxGroup
          {...words}
          options={face.options.map((option) => ({ id: option.value, label: option.label }))}
          value={wordsIn(value)}
          onChange={(chosen) => put(chosen.length === 0 && isOptional ? undefined : chosen)}
        />
      );
    case 'words':
      return <WordsField {...props} isOptional={isOptional} />;
    case 'duration':
      return (
        <DurationField
          {...words}
          isOptional={isOptional}
          value={typeof value === 'string' ? value : undefined}
          onChange={put}
        />
      );
    case 'variable':
      return (
        <VariableField
          {...words}
          types={face.types}
          isOptional={isOptional}
          value={typeof value === 'string' ? value : ''}
          onChange={put}
        />
      );
    case 'outcome':
      return <Outcome {...props} isOptional={isOptional} />;
    case 'expression':
      return (
        <ExpressionField
          label={isOptional ? `${face.label} (optional)` : face.label}
          description={face.help}
          value={typeof value === 'string' ? value : ''}
          expects={face.expects?.kind}
          adds={Object.keys(face.adds ?? {})}
          types={face.adds}
          namesFields={face.namesFields}
          onChange={(text) => put(text === '' && isOptional ? undefined : text)}
        />
      );
    case 'rows':
    case 'one-of':
      // What holds other settings is laid out by the form around it.
      return null;
    default:
      return assertNever(face);
  }
}

/** One of the outcomes of the account; without an account any that is written like one. */
function Outcome(props: SettingFieldProps & { isOptional: boolean }) {
  const { outcomes } = useAccountOfCopy();
  const { face, value, onChange } = props;
  if (!outcomes) return <PlainText {...props} widget="line" />;
  return (
    <OutcomeField
      label={face.label}
      description={face.help}
      value={typeof value === 'string' ? value : ''}
      outcomes={outcomes}
      onChange={(outcome) => onChange([], outcome)}
    />
  );
}

/** Something of the account that is named by a key; without an account the key is typed. */
function Thing(props: SettingFieldProps & { kind: ThingKind; isOptional: boolean }) {
  const { things } = useAccountOfCopy();
  const { face, value, kind, isOptional, onChange } = props;
  const offered = things[kind];
  if (!offered) return <PlainText {...props} widget="line" face={{ ...face, help: typedWords(kind) }} />;
  return (
    <ThingField
      kind={kind}
      label={face.label}
      description={face.help}
      value={typeof value === 'string' ? value : ''}
      things={offered}
      isOptional={isOptional}
      onChange={(key) => onChange([], key)}
    />
  );
}

/** A switch whose help says that it is on unless switched off has no value while it is on. */
function isOnByDefault(face: SettingFace): boolean {
  return face.help?.startsWith('On unless') ?? false;
}

function PlainText({
  schema,
  face,
  value,
  onChange,
  widget,
  isOptional,
}: SettingFieldProps & { widget: string; isOptional: boolean }) {
  const typed = useTypedText(typeof value === 'string' ? value : '', schema, (text) => onChange([], text));
  const shared = { label: face.label, description: face.help, isOptional, ...typed };
  if (widget === 'text') return <TextArea {...shared} rows={4} />;
  return <TextField {...shared} {...(widget === 'date' ? { type: 'date' as const } : {})} />;
}
