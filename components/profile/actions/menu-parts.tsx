import { Text } from '@mantine/core';

export const ICON = { size: 14, 'aria-hidden': true } as const;

/** The key that does the same as a menu item. */
export const Key = ({ name }: { name: string }) => (
  <Text size="xs" c="dimmed" aria-hidden>
    {name}
  </Text>
);
