'use client';

import { Stack, Title } from '@mantine/core';
import { FarmList } from '@/components/farm/farm-list';

export function FarmsView() {
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Costs
      </Title>
      <FarmList />
    </Stack>
  );
}
