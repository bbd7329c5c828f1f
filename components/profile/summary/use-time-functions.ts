'use client';

import { useRange } from '@/components/range/use-range';
import { widened } from '@/lib/profile/range/profile-periods';
import type { FrameChoice } from '@/lib/profile/view/choice';
import type { ProfileFunctions } from '@/lib/profile/view/view';
import { functionsOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';
import { profileRequest } from '../request/profile-request';
import { useRecordedTimes } from '../request/use-recorded-times';

type TimeFunctionsOptions = {
  group: string;
  /** Undefined requests nothing. */
  span: Span | undefined;
  choice: FrameChoice;
  maxDepth: number | null;
  isEnabled: boolean;
};

/** The functions of a time: while they load, when they can't be read, and where it has no samples. */
export type TimeFunctions = {
  status: 'loading' | 'failed' | 'empty' | 'loaded';
  /** Only those with samples. */
  functions: ProfileFunctions | undefined;
  retry(): void;
};

/** Loads the functions of a time that a summary compares. */
export function useTimeFunctions(options: TimeFunctionsOptions): TimeFunctions {
  const { group, span, choice, maxDepth, isEnabled } = options;
  const { now, span: range } = useRange();
  const request = profileRequest(group, widened(span ?? range, now, useRecordedTimes(group)), {
    latest: null,
    maxDepth,
  });
  const enabled = isEnabled && span !== undefined;
  const { data, error, refetch } = useQuery({ ...functionsOptions({ ...request, ...choice }), enabled });
  const found = enabled ? data?.data : undefined;
  const functions = found && found.samples > 0 ? found : undefined;
  const retry = () => void refetch();
  if (functions) return { status: 'loaded', functions, retry };
  const status = found ? 'empty' : enabled && error ? 'failed' : 'loading';
  return { status, functions, retry };
}
