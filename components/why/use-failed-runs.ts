'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import { failedRunsIn } from '@/lib/canary/failed-runs';
import { runsRequest } from '@/lib/canary/runs-request';
import { canaryOptions } from '@/lib/queries/canary';
import { useCanaryHistory } from '@/lib/queries/use-canary-history';
import { useQuery } from '@/lib/queries/use-query';
import { DAY } from '@/lib/time/duration';

/** How far before the range runs are read, to find one that passed. */
const LOOK_BACK_MS = DAY;

const SCHEDULED = { runType: 'CANARY_RUN', dryRunId: null } as const;

/** A canary and its failed runs in the page's range. `before`: when a run must be over to count as the last that passed before. */
export function useFailedRuns(name: string, before: number) {
  const { span, now } = useRange();
  const canary = useQuery(canaryOptions(name));
  const history = useCanaryHistory(
    runsRequest(name, SCHEDULED),
    Math.max(0, Math.min(span.from, before) - LOOK_BACK_MS),
    undefined,
  );
  const { loaded } = history;
  const details = canary.data?.data;
  const failed = useMemo(
    () => loaded && failedRunsIn(loaded, details, { span, now, before }),
    [loaded, details, span, now, before],
  );
  return { canary, history, failed };
}

export type FailedRunsState = ReturnType<typeof useFailedRuns>;
