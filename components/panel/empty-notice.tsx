import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Why there is nothing to see, and a next step. */
export function EmptyNotice({ why, children }: { why: string; children?: ReactNode }) {
  return (
    <Stack align="center" justify="center" gap="xs" py="xl">
      <Text size="sm" c="dimmed">
        {why}
      </Text>
      {children}
    </Stack>
  );
}
