import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import { useEditor } from './editor-context.ts';

export function ZoomBar() {
  const { host } = useEditor();
  return (
    <div className="designer-zoom">
      <Toolbar label="View of the map" isFloating>
        <IconButton label="Zoom out" size="small" placement="top" icon={<Minus />} onPress={() => host.zoom('out')} />
        <IconButton label="Zoom in" size="small" placement="top" icon={<Plus />} onPress={() => host.zoom('in')} />
        <IconButton
          label="Show everything"
          size="small"
          placement="top"
          icon={<Maximize />}
          onPress={() => host.fit()}
        />
      </Toolbar>
    </div>
  );
}
