'use client';

import { useLocalStorage } from '@mantine/hooks';
import { MAX_TEMPLATE_LENGTH } from './source-link';

/** A group's template of source links, stored in this browser; '' is none. */
export function useSourceTemplate(group: string): [string, (template: string) => void] {
  const [template, setTemplate] = useLocalStorage<string>({
    key: `triptych-source-${group}`,
    defaultValue: '',
    serialize: (text) => text.slice(0, MAX_TEMPLATE_LENGTH),
    deserialize: (text) => (text ?? '').slice(0, MAX_TEMPLATE_LENGTH),
  });
  return [template, setTemplate];
}
