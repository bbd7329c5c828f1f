'use client';

import { Stack, Title } from '@mantine/core';
import { CanaryList } from '@/components/canary/list/canary-list';

export function CanariesView() {
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Canaries
      </Title>
      <CanaryList />
    </Stack>
  );
}
