import type { Span } from '@/lib/time/range';
import { scheduledRuns } from '../attempts';
import type { LoadedRuns } from '../loaded';
import { withoutMaintenance } from './maintenance';

/** Loaded runs without those of scheduled runs that started in a maintenance window. */
export const measuredRuns = (loaded: LoadedRuns, windows: readonly Span[]): LoadedRuns =>
  windows.length === 0
    ? loaded
    : {
        ...loaded,
        runs: withoutMaintenance(scheduledRuns(loaded.runs), windows).flatMap(({ attempts }) =>
          attempts.toReversed(),
        ),
      };
