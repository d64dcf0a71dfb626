import { Plus } from 'lucide-react';
import type { Scope } from '#expressions/value-type.ts';
import type { Json } from '#prelude/json.ts';
import { Button } from '#ui/button.tsx';
import type { ElementForm, ElementFormProps } from '#ui/element-form.ts';
import type { Sections } from './form/form-edits.ts';
import { SectionPart } from './form/section-part.tsx';
import { formText } from './settings.ts';
import './form/form-fields.css';

/** What a form says and asks: its sections with their fields and texts. */
export const formForm: ElementForm<Scope> = {
  type: 'form',
  tab: 'General',
  instead: ['text', 'sections'],
  Form: FormFields,
};

function FormFields({ settings, act, parts }: ElementFormProps<Scope>) {
  const sections = settings['sections'] as unknown as Sections;
  const put = (next: Sections, name: string) => act(['sections'], next as unknown as Json, name);
  return (
    <>
      <parts.Fields schema={formText} at={[]} />
      {sections.map((_section, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sections have no identity but their place
        <SectionPart key={index} sections={sections} index={index} put={put} parts={parts} />
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus />}
          onPress={() => put([...sections, { items: [] }], `Add section ${sections.length + 1}`)}
        >
          Add section
        </Button>
      </div>
    </>
  );
}
