'use client';

import { Group, Stack, Title } from '@mantine/core';
import { useSearchParams } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { groupListParams } from '@/components/profile/groups/group-params';
import { GroupList } from '@/components/profile/page/group-list';
import { PushProfiles } from '@/components/profile/push/push-profiles';
import { LinkNotice } from '@/components/shell/link-notice';
import { invalidGroupListParams } from './search-params';

/** Limits for pushing files; without them files can't be pushed, as against AWS. */
type ProfilesViewProps = { pushLimits: { maxFileBytes: number } | undefined };

export function ProfilesView({ pushLimits }: ProfilesViewProps) {
  const [, change] = useQueryStates(groupListParams);
  const invalid = invalidGroupListParams(useSearchParams());
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Title order={1} size="h3">
          Profiles
        </Title>
        {pushLimits && <PushProfiles {...pushLimits} />}
      </Group>
      <LinkNotice
        sentences={invalid.map(({ sentence }) => sentence)}
        onFix={() => void change(Object.fromEntries(invalid.map(({ key }) => [key, null])))}
      />
      <GroupList />
    </Stack>
  );
}
