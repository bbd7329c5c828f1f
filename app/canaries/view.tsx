'use client';

import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export const CanariesView = ({ children }: { children: ReactNode }) => (
  <Stack gap="md">
    <Title order={1} size="h3">
      Canaries
    </Title>
    {children}
  </Stack>
);
