import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Result } from '#prelude/result.ts';
import type { ApiError } from '#ui/http/api-error.ts';

/** What was asked of the server: not there yet, there, or why it could not be read. */
export interface Read<T> {
  readonly value: T | undefined;
  readonly error: ApiError | undefined;
  /** Asks again; what is there stays until it is answered. */
  again(): void;
}

/**
 * Reads something of the server.
 *
 * @param read the same function while the same is read
 */
export function useRead<T>(read: () => Promise<Result<T, ApiError>>): Read<T> {
  const [asked, setAsked] = useState(0);
  const [known, setKnown] = useState<{ of?: typeof read; value?: T; error?: ApiError }>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever somebody asks
  useEffect(() => {
    let isGone = false;
    void read().then((answer) => {
      if (!isGone) setKnown({ of: read, ...(answer.ok ? { value: answer.value } : { error: answer.error }) });
    });
    return () => {
      isGone = true;
    };
  }, [read, asked]);
  const again = useCallback(() => setAsked((before) => before + 1), []);
  return useMemo(() => {
    const { value, error } = known.of === read ? known : {};
    return { value, error, again };
  }, [known, read, again]);
}
