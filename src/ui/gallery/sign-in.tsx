import { useState } from 'react';
import { SignInForm } from '../shell/sign-in-form.tsx';

const PROBLEM = {
  title: 'E-mail or password is not right.',
  detail: 'Check both, then try again. After five tries you have to wait a minute.',
  code: 'sign-in.refused',
};

/** The sign-in page, which fails each time: reached by `#sign-in`. */
export function SignIn() {
  const [hasFailed, setFailed] = useState(false);
  return <SignInForm onSubmit={() => setFailed(true)} isPending={false} problem={hasFailed ? PROBLEM : undefined} />;
}
