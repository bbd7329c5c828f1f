'use client';

import { useDebouncedValue } from '@mantine/hooks';

const DEBOUNCE_MS = 200;

/** A text once typing pauses; an emptied one applies immediately. */
export function useDebouncedText(text: string): string {
  const [debounced] = useDebouncedValue(text, DEBOUNCE_MS);
  return text === '' ? '' : debounced;
}
