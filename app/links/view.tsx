'use client';

import { Stack, Title } from '@mantine/core';
import { LinkList } from '@/components/links/link-list';

export function LinksView() {
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Shared links
      </Title>
      <LinkList />
    </Stack>
  );
}
