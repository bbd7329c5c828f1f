'use client';

import { useDebouncedValue } from '@mantine/hooks';

const DEBOUNCE_MS = 200;

/** The search once typing pauses; an emptied one applies immediately. */
export function useDebouncedSearch(search: string): string {
  const [debounced] = useDebouncedValue(search, DEBOUNCE_MS);
  return search === '' ? '' : debounced;
}
