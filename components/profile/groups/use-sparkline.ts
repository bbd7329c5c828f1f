'use client';

import { STRIP_PERIODS } from '@/lib/profile/range/profile-periods';
import { MAX_SPARKLINE_BARS, sparklineRequest, sparklineStarts } from '@/lib/profile/range/sparkline';
import { profileTimesOptions } from '@/lib/queries/profile';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';
import { PERIOD_TEXTS } from '../strip/profile-sources';
import { type Samples, useSamples } from '../strip/use-samples';

/** The samples of a group's profiles over the range, as far as they are read. */
export type SparklineData = {
  samples: Samples;
  /** Whether the list of profiles is known. */
  isKnown: boolean;
  /** Milliseconds that each profile covers, and in words. */
  length: number;
  periodText: string;
  error: Error | null;
  /** How the bars are less than all of the range. */
  notes: string[];
  retry(): void;
};

/** Reads the profiles of a sparkline: five minutes, hours or days, so that there are few. */
export function useSparkline(group: string, span: Span, now: number, isReading: boolean): SparklineData {
  const request = sparklineRequest(group, span, now);
  const { data, error, refetch } = useQuery({
    ...profileTimesOptions(request),
    // A moving range has mostly the same profiles.
    placeholderData: (previous, query) => {
      const [, earlier] = query?.queryKey ?? [];
      const isSame =
        typeof earlier === 'object' && earlier.group === group && earlier.period === request.period;
      return isSame ? previous : undefined;
    },
    enabled: isReading,
  });
  const { drawn, leftOutCount } = sparklineStarts(data?.data.starts ?? [], request, span);
  const samples = useSamples({ group, period: request.period, starts: drawn, data: undefined, isReading });
  return {
    samples,
    isKnown: data !== undefined,
    length: STRIP_PERIODS[request.period],
    periodText: PERIOD_TEXTS[request.period],
    error: error ?? samples.error ?? null,
    notes: [
      ...(leftOutCount > 0
        ? [`The bars are the newest ${MAX_SPARKLINE_BARS} of ${MAX_SPARKLINE_BARS + leftOutCount} profiles.`]
        : []),
      ...(data?.warnings ?? []),
    ],
    retry: () => {
      if (error) void refetch();
      samples.retry();
    },
  };
}
