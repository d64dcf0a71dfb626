import { useEffect, useState } from 'react';

/** A pause in typing after which the server is asked, milliseconds. */
const TYPING = 200;

/** What stands in a search field, and what the server is asked for: the same, a short while later. */
export function useSearchText() {
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), TYPING);
    return () => clearTimeout(timer);
  }, [typed]);
  return { typed, setTyped, text };
}
