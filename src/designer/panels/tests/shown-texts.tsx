import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { TextField } from '#ui/text-field.tsx';

export interface ShownTextsProps {
  label: string;
  add: string;
  texts: readonly string[];
  onChange(texts: readonly string[] | undefined, field: string): void;
}

/** Words that have to be seen, one field for each; a field that is still empty is no part of the file. */
export function ShownTexts({ label, add, texts, onChange }: ShownTextsProps) {
  const [typed, setTyped] = useState(texts);
  // What was undone, or changed by somebody else, stands in the file alone.
  const rows = said(typed).join('\n') === texts.join('\n') ? typed : texts;
  const put = (next: readonly string[], field: string) => {
    setTyped(next);
    const all = said(next);
    if (all.join('\n') !== texts.join('\n')) onChange(all.length === 0 ? undefined : all, `shows.${field}`);
  };
  return (
    <>
      {rows.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: texts have no identity but their place
        <div key={index} className="panel-set-row">
          <TextField
            label={rows.length > 1 ? `${label} (${index + 1})` : label}
            value={text}
            autoFocus={text === ''}
            onChange={(next) => put(rows.with(index, next), `${index}`)}
          />
          <IconButton
            size="small"
            label={`Remove words ${index + 1} of “${label}”`}
            icon={<Trash2 />}
            onPress={() => put(rows.toSpliced(index, 1), 'remove')}
          />
        </div>
      ))}
      <div>
        <Button size="small" variant="quiet" icon={<Plus />} onPress={() => put([...rows, ''], 'add')}>
          {add}
        </Button>
      </div>
    </>
  );
}

/** Spaces alone would be seen anywhere. */
function said(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text.trim() !== '');
}
