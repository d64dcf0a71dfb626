import { useEffect } from 'react';

/** Names the page in the tab of the browser, what is particular first; undefined leaves the name as it is. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Waymark`;
  }, [title]);
}
