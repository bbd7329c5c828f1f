'use client';

import { useQuery } from '@tanstack/react-query';
import { useRange } from '@/components/range/use-range';
import { widened } from '@/lib/profile/range/profile-periods';
import type { FrameChoice } from '@/lib/profile/view/choice';
import type { ProfileFunctions } from '@/lib/profile/view/view';
import { functionsOptions } from '@/lib/queries/profile';
import type { Span } from '@/lib/time/range';
import { profileRequest } from '../request/profile-request';

type EarlierFunctions = {
  group: string;
  /** Undefined requests nothing. */
  span: Span | undefined;
  choice: FrameChoice;
  maxDepth: number | null;
  isEnabled: boolean;
};

/** The functions of an earlier time, undefined while they load and where it has no samples; and whether that is known. */
export function useEarlierFunctions({ group, span, choice, maxDepth, isEnabled }: EarlierFunctions): {
  functions: ProfileFunctions | undefined;
  isDone: boolean;
} {
  const { now, span: range } = useRange();
  const request = profileRequest(group, widened(span ?? range, now), { latest: null, maxDepth });
  const { data, isFetched } = useQuery({
    ...functionsOptions({ ...request, ...choice }),
    enabled: isEnabled && span !== undefined,
  });
  const functions = span && isEnabled && data && data.data.samples > 0 ? data.data : undefined;
  return { functions, isDone: span === undefined || isFetched };
}
