'use client';

import type { RecordedTimes } from '@/lib/profile/range/profile-periods';
import { recordedTimesOf } from '@/lib/profile/range/recorded-times';
import { groupOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';

/** When the hourly profiles of a group were recorded; undefined if they weren't, or until that is known. */
export function useRecordedTimes(group: string): RecordedTimes | undefined {
  const { data } = useQuery(groupOptions(group));
  return data && recordedTimesOf(data.data);
}
