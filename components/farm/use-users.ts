'use client';

import { useMemo } from 'react';
import type { GroupKey } from '@/lib/farm/session-statistics';
import { Users } from '@/lib/farm/users';
import { useQuery } from '@/lib/queries/use-query';
import { usersOptions } from '@/lib/queries/users';

/** The users of the configuration. */
export function useUsers(): Users {
  const { data } = useQuery(usersOptions());
  return useMemo(() => new Users(data?.data ?? []), [data]);
}

/** Keys without the team, unless some user of the configuration has one. */
export function useOfferedKeys(keys: readonly GroupKey[]): GroupKey[] {
  const { hasTeams } = useUsers();
  return keys.filter((key) => key !== 'TEAM' || hasTeams);
}
