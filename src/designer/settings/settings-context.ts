import { createContext, useContext } from 'react';
import type { ElementId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';

/** Whose settings are being edited. */
export interface SettingsScope {
  readonly element: ElementId;
  readonly settings: JsonObject;
  change(path: readonly string[], value: Json | undefined, label: string): void;
}

const SettingsContext = createContext<SettingsScope | undefined>(undefined);

export const SettingsProvider = SettingsContext.Provider;

export function useSettings(): SettingsScope {
  const scope = useContext(SettingsContext);
  if (!scope) throw new Error('Settings are edited inside a settings panel');
  return scope;
}
