'use client';

import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { notFound, useSearchParams } from 'next/navigation';
import { useQueryStates } from 'nuqs';
import { useCallback } from 'react';
import { Deferred } from '@/components/panel/deferred';
import { GroupHeader } from '@/components/profile/page/group-header';
import { GroupProfile } from '@/components/profile/page/group-profile';
import { type ChangeSettings, profileParams } from '@/components/profile/settings/profile-settings';
import { LinkNotice } from '@/components/shell/link-notice';
import { isNotFound } from '@/lib/answer/problem';
import { groupOptions } from '@/lib/queries/profile';
import { unreadProfileParams } from './search-params';

export function GroupView({ group }: { group: string }) {
  const [settings, set] = useQueryStates(profileParams);
  const change: ChangeSettings = useCallback((some, history = 'push') => set(some, { history }), [set]);
  const unread = unreadProfileParams(useSearchParams());
  const { error } = useQuery(groupOptions(group));
  if (isNotFound(error)) notFound();
  return (
    <Stack gap="md" data-wide>
      <Deferred>
        <GroupHeader group={group} />
        <LinkNotice
          sentences={unread.map(({ sentence }) => sentence)}
          onFix={() =>
            void set(Object.fromEntries(unread.map(({ key }) => [key, null])), { history: 'replace' })
          }
        />
      </Deferred>
      <GroupProfile group={group} settings={settings} onChange={change} />
    </Stack>
  );
}
