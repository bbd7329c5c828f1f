'use client';

import { Stack, Title } from '@mantine/core';
import { useSearchParams } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { groupListParams } from '@/components/profile/groups/group-params';
import { GroupList } from '@/components/profile/page/group-list';
import { LinkNotice } from '@/components/shell/link-notice';
import { invalidGroupListParams } from './search-params';

export function ProfilesView() {
  const [, change] = useQueryStates(groupListParams);
  const invalid = invalidGroupListParams(useSearchParams());
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Profiles
      </Title>
      <LinkNotice
        sentences={invalid.map(({ sentence }) => sentence)}
        onFix={() => void change(Object.fromEntries(invalid.map(({ key }) => [key, null])))}
      />
      <GroupList />
    </Stack>
  );
}
