'use client';

import { LazySelect } from '@/components/panel/lazy-select';
import { groupsOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';

type GroupChoiceProps = { group: string; onGroup(group: string): void };

/** The choice of a profiling group. */
export function GroupChoice({ group, onGroup }: GroupChoiceProps) {
  const { data } = useQuery(groupsOptions());
  const names = new Set([group, ...(data?.data ?? []).map(({ name }) => name)]);
  return (
    <LazySelect
      size="xs"
      w={220}
      searchable
      allowDeselect={false}
      aria-label="Profiling group"
      limit={100}
      data={[...names]}
      value={group}
      onChange={(chosen) => chosen !== null && onGroup(chosen)}
    />
  );
}
