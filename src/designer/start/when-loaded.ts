import { showToast } from '#ui/toasts.ts';

/**
 * Does something with a part of the designer that is loaded when it is first needed, so that the start page need not wait
 * for the elements and their language. Says so where it cannot be loaded.
 */
export async function whenLoaded<Part>(loading: Promise<Part>, act: (part: Part) => unknown): Promise<void> {
  let part: Part;
  try {
    part = await loading;
  } catch {
    showToast({ tone: 'danger', text: 'The editor could not be loaded. Check the connection and try again.' });
    return;
  }
  await act(part);
}
