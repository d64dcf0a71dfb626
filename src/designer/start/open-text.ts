import { catalog } from '#elements/catalog.ts';
import { readInteraction } from '#format/read.ts';
import { showToast } from '#ui/toasts.ts';
import { copyAddress, goTo } from '../page/place.ts';
import { createCopy } from '../saving/open-copy.ts';

/** Opens the text of an Interaction file as a new working copy; says what is wrong with it where it cannot be read. */
export async function openText(text: string, name: string): Promise<void> {
  const read = readInteraction(text, catalog);
  if (!read.ok) {
    const [first, ...others] = read.error;
    const more = others.length > 0 ? ` There are ${others.length} more mistakes.` : '';
    const place = first ? `line ${first.line}: ${first.message}` : 'it cannot be read';
    showToast({ tone: 'danger', text: `${name} was not opened. In ${place}.${more}` });
    return;
  }
  goTo(copyAddress(await createCopy(read.value)));
}
