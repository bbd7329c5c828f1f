'use client';

import type { Coverage } from '@/lib/answer/answer';
import {
  type ExistingProfiles,
  existingProfiles,
  existingProfilesRequest,
} from '@/lib/profile/range/existing-profiles';
import { profileTimesOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';
import { useRecordedTimes } from '../request/use-recorded-times';

/** The profiles that exist in a requested range: undefined until both AWS's coverage and the list are known, or if the list failed. */
export function useExistingProfiles(
  group: string,
  requested: Span,
  covered: Coverage | undefined,
  now: number,
): { existing: ExistingProfiles | undefined; isRead: boolean } {
  const request = existingProfilesRequest(group, requested, now, useRecordedTimes(group));
  const { data, isPending } = useQuery({ ...profileTimesOptions(request), enabled: covered !== undefined });
  const isKnown = covered !== undefined && data !== undefined && !data.partial;
  return {
    existing: isKnown ? existingProfiles(covered, request, data.data.starts, now) : undefined,
    isRead: !isPending,
  };
}
