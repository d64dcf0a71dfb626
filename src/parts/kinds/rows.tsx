/** @jsxImportSource preact */
import { isJsonObject, type Json } from '#prelude/json.ts';
import { asItIs, type FieldKind, type InputProps } from '../field-kind.ts';

interface Column {
  readonly label: string;
  readonly numeric: boolean;
}

/** A table whose rows are picked by their boxes, by a press anywhere in the row, or by number keys. */
function Rows({ field, value, words, id, labelledBy, describedBy, invalid, locked, type }: InputProps) {
  const pick = field.limits.pick === 'many' ? 'many' : field.limits.pick === 'one' ? 'one' : 'none';
  const columns = columnsOf(field.limits.columns);
  const rows = rowsOf(field.limits.rows);
  const picked = pickedIn(value);
  const toggle = (index: number) => {
    if (locked) return;
    if (pick === 'one') type(index);
    else
      type(picked.includes(index) ? picked.filter((row) => row !== index) : [...picked, index].sort((a, b) => a - b));
  };
  if (rows.length === 0) return <p class="rows-none">{words.noRows}</p>;
  return (
    <div class="rows" data-invalid={invalid || undefined}>
      <table aria-labelledby={labelledBy} aria-describedby={describedBy}>
        <thead>
          <tr>
            {pick !== 'none' && <th class="rows-pick" aria-label={words.choose} />}
            {columns.map(({ label, numeric }) => (
              <th key={label} scope="col" data-numeric={numeric || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr
              // Rows stand in the order of their list and are known by their place in it.
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is what names a row
              key={index}
              data-chosen={picked.includes(index) || undefined}
              data-picks={pick !== 'none' || undefined}
            >
              {pick !== 'none' && (
                <td class="rows-pick">
                  <input
                    type={pick === 'one' ? 'radio' : 'checkbox'}
                    id={index === 0 ? id : undefined}
                    name={id}
                    checked={picked.includes(index)}
                    aria-label={cells.join(', ')}
                    aria-disabled={locked || undefined}
                    data-digit={index < 9 ? index + 1 : undefined}
                    data-first={(picked.length === 0 ? index === 0 : picked[0] === index) || undefined}
                    onClick={(event) => locked && event.preventDefault()}
                    onChange={() => toggle(index)}
                  />
                  {index < 9 && (
                    <span class="digit" aria-hidden="true">
                      {index + 1}
                    </span>
                  )}
                </td>
              )}
              {cells.map((cell, at) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the box of the row takes the keys
                <td
                  key={columns[at]?.label}
                  data-numeric={columns[at]?.numeric || undefined}
                  onClick={() => pick !== 'none' && toggle(index)}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function columnsOf(value: Json | undefined): readonly Column[] {
  const columns = Array.isArray(value) ? (value as readonly Json[]) : [];
  return columns
    .filter(isJsonObject)
    .map(({ label, numeric }) => ({ label: String(label ?? ''), numeric: numeric === true }));
}

function rowsOf(value: Json | undefined): readonly (readonly string[])[] {
  const rows = Array.isArray(value) ? (value as readonly Json[]) : [];
  return rows.filter((row): row is readonly Json[] => Array.isArray(row)).map((row) => row.map(String));
}

/** Places of the picked rows. An earlier answer holds the records themselves, which no longer say where they stood. */
function pickedIn(value: Json | undefined): readonly number[] {
  const rows = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return rows.filter((row) => typeof row === 'number');
}

export const rows: FieldKind = { Input: Rows, ...asItIs };
