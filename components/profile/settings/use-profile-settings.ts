'use client';

import { useQueryStates } from 'nuqs';
import { useCallback } from 'react';
import { type ChangeSettings, type ProfileSettings, profileParams } from './profile-settings';

/** The settings in the URL, and a function that changes some of them; it keeps its identity. */
export function useProfileSettings(): [ProfileSettings, ChangeSettings] {
  const [settings, set] = useQueryStates(profileParams);
  const change: ChangeSettings = useCallback((some, history = 'push') => set(some, { history }), [set]);
  return [settings, change];
}
