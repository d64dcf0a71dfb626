import { useState } from 'react';
import { keyFrom } from '../words/key-from.ts';

/** The key of something that is being named: it follows the name until somebody writes another one. */
export function useKeyFollowingName(name: string): readonly [string, (key: string) => void] {
  const [typed, setTyped] = useState<string>();
  return [typed ?? keyFrom(name), setTyped];
}
