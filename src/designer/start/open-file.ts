import { LIMITS } from '#prelude/limits.ts';
import { showToast } from '#ui/toasts.ts';
import { whenLoaded } from './when-loaded.ts';

/** Opens a file as a new working copy; says what is wrong with it where it cannot be. */
export async function openFile(file: File): Promise<void> {
  if (file.size > LIMITS.fileBytes) {
    showToast({ tone: 'danger', text: `${file.name} was not opened: it is larger than ${LIMITS.fileBytes} bytes.` });
    return;
  }
  await whenLoaded(import('./open-text.ts'), async ({ openText }) => openText(await file.text(), file.name));
}

/** Lets the person choose a file. */
export function askForFile(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void openFile(file);
  });
  input.click();
}
