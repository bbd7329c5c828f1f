'use client';

import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export function CanariesView({ children }: { children: ReactNode }) {
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Canaries
      </Title>
      {children}
    </Stack>
  );
}
