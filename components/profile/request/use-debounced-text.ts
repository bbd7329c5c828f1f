'use client';

import { useDebouncedValue } from '@mantine/hooks';

const DEBOUNCE_MS = 150;

/** A text once typing pauses. The first change, such as a pasted text, and an emptied text apply immediately. */
export function useDebouncedText(text: string): string {
  const [debounced] = useDebouncedValue(text, DEBOUNCE_MS, { leading: true });
  return text === '' ? '' : debounced;
}
