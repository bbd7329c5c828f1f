'use client';

import { groupOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';

/** The instant from which the hourly profiles of a group were recorded, epoch milliseconds; undefined if they weren't, or until that is known. */
export const useRecordedFrom = (group: string): number | undefined =>
  useQuery(groupOptions(group)).data?.data.recordedFrom;
