import { Bold, Copy, Pencil, Play, Plus, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../button.tsx';
import { IconButton, IconToggle } from '../icon-button.tsx';
import { KeyCap } from '../key-cap.tsx';
import { Link } from '../link.tsx';
import { Line, Section } from './section.tsx';

export function Buttons() {
  const [isBold, setBold] = useState(true);
  return (
    <Section title="Buttons">
      <Line>
        <Button variant="primary">Publish version 3</Button>
        <Button icon={<Plus />}>New Interaction</Button>
        <Button variant="quiet" icon={<Pencil />}>
          Rename
        </Button>
        <Button variant="danger" icon={<Trash2 />}>
          Delete Interaction
        </Button>
        <Button size="small">Small</Button>
        <Button size="small" variant="primary" icon={<Play />}>
          Play
        </Button>
      </Line>
      <Line>
        <Button variant="primary" isDisabled>
          Publish version 3
        </Button>
        <Button isDisabled>New Interaction</Button>
        <Button variant="quiet" isDisabled>
          Rename
        </Button>
        <Button variant="primary" isPending>
          Publish version 3
        </Button>
        <Button isPending>Save a named version</Button>
      </Line>
      <Line>
        <IconButton label="Undo" shortcut="Mod+Z" icon={<Undo2 />} />
        <IconButton label="Copy" shortcut="Mod+C" icon={<Copy />} />
        <IconButton label="Delete" icon={<Trash2 />} isDisabled />
        <IconToggle label="Bold" shortcut="Mod+B" icon={<Bold />} isSelected={isBold} onChange={setBold} />
        <IconButton size="small" label="Rename" icon={<Pencil />} />
        <KeyCap shortcut="Mod+Shift+Z" />
        <p>
          Words with <Link href="#main">a link</Link> among them.
        </p>
        <Link href="#main" look="secondary">
          Open in the designer
        </Link>
      </Line>
    </Section>
  );
}
