'use client';

import { Stack, Title } from '@mantine/core';
import { GroupList } from '@/components/profile/page/group-list';

export function ProfilesView() {
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Profiles
      </Title>
      <GroupList />
    </Stack>
  );
}
