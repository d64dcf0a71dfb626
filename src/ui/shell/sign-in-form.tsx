import { type FormEvent, useState } from 'react';
import { Banner } from '../banner.tsx';
import { Button } from '../button.tsx';
import { TextField } from '../text-field.tsx';
import { ProductMark } from './product-mark.tsx';
import './sign-in-form.css';

export interface SignInFormProps {
  onSubmit: (entered: { readonly email: string; readonly password: string }) => void;
  isPending: boolean;
  /** Why the last try failed, and what to do. What was typed stays. */
  problem?:
    | { readonly title: string; readonly detail?: string | undefined; readonly code?: string | undefined }
    | undefined;
}

/** The one way in. Pasting and password managers are welcome. */
export function SignInForm({ onSubmit, isPending, problem }: SignInFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const missing = { email: email.trim() === '', password: password === '' };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (missing.email || missing.password) {
      const first = event.currentTarget.elements.namedItem(missing.email ? 'email' : 'password');
      if (first instanceof HTMLElement) first.focus();
    } else if (!isPending) {
      onSubmit({ email: email.trim(), password });
    }
  };

  return (
    <main className="wm-sign-in">
      <form className="wm-sign-in-card" onSubmit={submit} noValidate>
        <ProductMark />
        <h1 className="wm-sign-in-title">Sign in</h1>
        {problem ? (
          <Banner tone="danger" title={problem.title} code={problem.code} isLive>
            {problem.detail}
          </Banner>
        ) : null}
        <TextField
          label="E-mail"
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          spellCheck="false"
          autoFocus
          value={email}
          onChange={setEmail}
          error={isChecked && missing.email ? 'Enter your e-mail address.' : undefined}
        />
        <TextField
          label="Password"
          type="password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={isChecked && missing.password ? 'Enter your password.' : undefined}
        />
        <Button type="submit" variant="primary" isPending={isPending}>
          Sign in
        </Button>
      </form>
    </main>
  );
}
