import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { saveFile } from '../commands/file.ts';
import type { Kept } from '../saving/writer.ts';
import { useEditor } from './editor-context.ts';

/** Says that edits are not kept in this browser while they are not, why, and how they are kept all the same. */
export function NotKept({ kept }: { kept: Kept }) {
  const editor = useEditor();
  if (kept.kind !== 'refused') return null;
  return (
    <div className="designer-notice">
      <Banner
        tone="danger"
        isLive
        title="The newest edits are not saved in this browser"
        actions={
          <Button size="small" onPress={() => saveFile.run(editor)}>
            {saveFile.title}
          </Button>
        }
      >
        {reason(kept.why)} To lose nothing, save a file before you close this tab.
      </Banner>
    </div>
  );
}

function reason(why: Error): string {
  switch (why.name) {
    case 'QuotaExceededError':
      return 'Its storage is full. Delete working copies or data of other sites; saving is tried again by itself.';
    case 'InvalidStateError':
      return 'The working copy was deleted in another tab, or opened there by a newer version of this page.';
    default:
      return `The browser refused it (${why.message}). Saving is tried again by itself.`;
  }
}
