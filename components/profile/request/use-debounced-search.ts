'use client';

import { useDebouncedValue } from '@mantine/hooks';

/** Writing is over after so many milliseconds without a key. */
const TYPING_MS = 200;

/** The settings with the search as it was when writing was over; an emptied one counts at once. */
export function useTyped<Settings extends { search: string }>(settings: Settings): Settings {
  const [typed] = useDebouncedValue(settings.search, TYPING_MS);
  return { ...settings, search: settings.search === '' ? '' : typed };
}
