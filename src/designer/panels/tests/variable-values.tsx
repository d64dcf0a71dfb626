import { Trash2 } from 'lucide-react';
import type { Variable } from '#format/interaction.ts';
import type { VariableKey } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Select } from '#ui/select.tsx';
import { useInteraction } from '../../page/editor-context.ts';
import { useFormVariables } from '../../settings/use-values.ts';
import { firstValue, ValueField } from './value-field.tsx';

export interface VariableValuesProps {
  legend: string;
  /** What the field that adds one says. */
  add: string;
  values: JsonObject;
  /** `field` tells which value was changed. */
  onChange(values: JsonObject, field: string): void;
}

/** Values of variables: those that are given, or expected. Secret ones can be neither. */
export function VariableValues({ legend, add, values, onChange }: VariableValuesProps) {
  const { variables } = useInteraction();
  const all = useFormVariables();
  const others = all.filter(({ key }) => !Object.hasOwn(values, key) && !isSecret(variables[key as VariableKey]));
  return (
    <fieldset className="panel-set">
      <legend className="wm-label">{legend}</legend>
      {Object.entries(values).map(([key, value]) => {
        const known = all.find((variable) => variable.key === key);
        const label = known?.label ?? key;
        return (
          <div key={key} className="panel-set-row">
            <ValueField
              label={label}
              kind={known?.kind ?? 'any'}
              options={known?.options}
              value={value}
              onChange={(next) => onChange({ ...values, [key]: next ?? null }, key)}
            />
            <IconButton
              size="small"
              label={`Remove ${label}`}
              icon={<Trash2 />}
              onPress={() => {
                const { [key]: _removed, ...rest } = values;
                onChange(rest, `without ${key}`);
              }}
            />
          </div>
        );
      })}
      {others.length > 0 ? (
        <Select
          label={`${legend}: ${add.toLowerCase()}`}
          isLabelHidden
          placeholder={`${add}…`}
          options={others.map(({ key, label }) => ({ id: key, label }))}
          value={null}
          onChange={(key) => {
            const chosen = all.find((variable) => variable.key === key);
            onChange({ ...values, [key]: firstValue(chosen?.kind ?? 'any', chosen?.options) }, `with ${key}`);
          }}
        />
      ) : null}
    </fieldset>
  );
}

function isSecret(variable: Variable | undefined): boolean {
  return variable?.privacy === 'secret';
}
