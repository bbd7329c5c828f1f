'use client';

import { Stack } from '@mantine/core';
import { notFound, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { Deferred } from '@/components/panel/deferred';
import { HydratesLater } from '@/components/panel/hydrates-later';
import { GroupHeader } from '@/components/profile/page/group-header';
import { GroupProfile } from '@/components/profile/page/group-profile';
import { useProfileSettings } from '@/components/profile/settings/use-profile-settings';
import { rememberGroup } from '@/components/range/last-group';
import { LinkNotice } from '@/components/shell/link-notice';
import { isNotFound } from '@/lib/answer/problem';
import { groupOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import { invalidProfileParams } from './search-params';

export function GroupView({ group }: { group: string }) {
  const { error } = useQuery(groupOptions(group));
  useEffect(() => rememberGroup(group), [group]);
  if (isNotFound(error)) notFound();
  return (
    <Stack gap="md" data-wide>
      <HydratesLater>
        <Deferred>
          <GroupHeader group={group} />
          <InvalidParamsNotice />
        </Deferred>
      </HydratesLater>
      <GroupProfile group={group} />
    </Stack>
  );
}

function InvalidParamsNotice() {
  const [, change] = useProfileSettings();
  const invalid = invalidProfileParams(useSearchParams());
  return (
    <LinkNotice
      sentences={invalid.map(({ sentence }) => sentence)}
      onFix={() => void change(Object.fromEntries(invalid.map(({ key }) => [key, null])), 'replace')}
    />
  );
}
