'use client';

import { useMemo } from 'react';
import { useRefusal } from '@/components/access/person-context';
import type { GroupKey } from '@/lib/farm/session-statistics';
import { Users } from '@/lib/farm/users';
import { useQuery } from '@/lib/queries/use-query';
import { usersOptions } from '@/lib/queries/users';

/** The answer with the users of the configuration, which only operators get. */
export function useConfiguredUsers() {
  const enabled = useRefusal('seeUsers') === undefined;
  return useQuery({ ...usersOptions(), enabled });
}

/** The users of the configuration. */
export function useUsers(): Users {
  const { data } = useConfiguredUsers();
  return useMemo(() => new Users(data?.data ?? []), [data]);
}

/** Keys without those of users that a viewer may not see, and without the team, unless some user of the configuration has one. */
export function useOfferedKeys(keys: readonly GroupKey[]): GroupKey[] {
  const { hasTeams } = useUsers();
  const isByUser = useRefusal('seeUsers') === undefined;
  return keys.filter((key) => (key !== 'TEAM' || hasTeams) && (key !== 'USER_ID' || isByUser));
}
