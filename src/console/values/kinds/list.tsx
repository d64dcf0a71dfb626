import { useState } from 'react';
import { TextArea } from '#ui/text-area.tsx';
import type { KindFieldProps } from './kind-field.ts';

/** One text a line. The lines stay as they are typed; what is kept are those that say something. */
export function ListKind({ description, draft, onChange, isDisabled = false, ...field }: KindFieldProps) {
  const [lines, setLines] = useState(() => (Array.isArray(draft) ? draft.join('\n') : ''));
  return (
    <TextArea
      {...field}
      description={description ?? 'One on each line.'}
      rows={5}
      isDisabled={isDisabled}
      value={lines}
      onChange={(text) => {
        setLines(text);
        onChange(itemsOf(text));
      }}
    />
  );
}

function itemsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
