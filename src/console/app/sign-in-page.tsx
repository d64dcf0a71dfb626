import { useMutation } from '@tanstack/react-query';
import { signInRoutes } from '#api/sign-in.ts';
import { failureWords } from '#ui/http/failure-words.ts';
import { usePageTitle } from '#ui/page-title.ts';
import { SignInForm } from '#ui/shell/sign-in-form.tsx';
import { call } from '../data/call.ts';

/** The one way in for console, designer and desk: afterwards it goes where the person wanted to. */
export function SignInPage({ to }: { readonly to: string | undefined }) {
  usePageTitle('Sign in');
  const signIn = useMutation({
    mutationFn: (body: { readonly email: string; readonly password: string }) =>
      call(signInRoutes.signIn, {}, { body }),
    // A whole new page: what was loaded for somebody else is gone.
    onSuccess: () => location.assign(ownPath(to)),
  });
  const words = signIn.error ? failureWords(signIn.error) : undefined;
  return (
    <SignInForm
      onSubmit={(entered) => signIn.mutate(entered)}
      isPending={signIn.isPending || signIn.isSuccess}
      problem={words}
    />
  );
}

/** Only paths of this server: an address in a link must not lead elsewhere after signing in. */
function ownPath(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/console';
}
