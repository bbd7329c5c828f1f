'use client';

import { useLocalStorage } from '@mantine/hooks';
import { LONGEST_TEMPLATE } from './source-link';

/** The template of source links of a group, kept by this browser; '' is none. */
export function useSourceTemplate(group: string): [string, (template: string) => void] {
  const [template, setTemplate] = useLocalStorage<string>({
    key: `triptych-source-${group}`,
    defaultValue: '',
    serialize: (text) => text.slice(0, LONGEST_TEMPLATE),
    deserialize: (text) => (text ?? '').slice(0, LONGEST_TEMPLATE),
  });
  return [template, setTemplate];
}
