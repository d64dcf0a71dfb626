import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';

/** Links and rows of the kit go through the router within the console, and by loading a page to the other applications. */
export function RouteLinks({ children }: { readonly children: ReactNode }) {
  const router = useRouter();
  const navigate = (href: string) => {
    if (href.startsWith('/console')) router.history.push(href);
    else location.assign(href);
  };
  return <RouterProvider navigate={navigate}>{children}</RouterProvider>;
}
