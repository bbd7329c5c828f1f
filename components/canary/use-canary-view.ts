'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import { runFigures } from '@/lib/canary/figures';
import { missedCount } from '@/lib/canary/gaps/gap';
import { healthRules } from '@/lib/canary/health/health-rules';
import { incidentsOf } from '@/lib/canary/health/incidents';
import { measuredRuns } from '@/lib/canary/health/measured-runs';
import { missedRuns } from '@/lib/canary/health/missed-runs';
import { statusesOf } from '@/lib/canary/health/statuses';
import type { Canary } from '@/lib/canary/run';
import { filterRuns } from '@/lib/canary/run-filter';
import { canaryIn, placesOf, runsIn } from '@/lib/canary/run-places';
import { startedIn } from '@/lib/canary/started-in';
import type { CanaryHistory } from '@/lib/queries/use-canary-history';
import type { CanaryChoice } from './canary-choice';

/** The loaded runs of a canary as its panels show them, by the choices in the URL. A summary stands for figures of all runs. */
export function useCanaryView(
  { loaded: all, summary }: CanaryHistory,
  canary: Canary | undefined,
  choice: CanaryChoice,
) {
  const { span, now } = useRange();
  const { location, browser, show, runType, objective, failingAfter, maintenance } = choice;
  const rules = useMemo(
    () => healthRules({ objective, failingAfter, maintenance }),
    [objective, failingAfter, maintenance],
  );
  /** The runs of the chosen location and browser. */
  const loaded = useMemo(() => all && runsIn(all, { location, browser }), [all, location, browser]);
  const measured = useMemo(() => loaded && measuredRuns(loaded, rules.windows), [loaded, rules]);
  /** The runs of the list, newest first. */
  const listed = useMemo(() => filterRuns(loaded?.runs ?? [], span, show), [loaded, span, show]);
  /** The same, oldest first, for the arrow keys. */
  const chronological = useMemo(() => listed.toReversed(), [listed]);
  const incidents = useMemo(
    () =>
      loaded && canary && runType === 'CANARY_RUN'
        ? incidentsOf(loaded, canary, { span, now, failingAfter: rules.failingAfter })
        : [],
    [loaded, canary, runType, span, now, rules],
  );
  /** The canary in the chosen location and browser. */
  const there = useMemo(() => canary && canaryIn(canary, { location, browser }), [canary, location, browser]);
  /** Missing runs of each browser and location. */
  const gaps = useMemo(
    () => (loaded && there && runType === 'CANARY_RUN' ? missedRuns(loaded, there, { span, now }) : []),
    [loaded, there, runType, span, now],
  );
  /** Which scheduled runs count, and how many are missing, depends on the canary. */
  const isKnown = there !== undefined || runType === 'DRY_RUN';
  const figures = useMemo(
    () =>
      summary?.figures ??
      (measured && isKnown ? runFigures(measured, there, runType, { span, now }) : undefined),
    [summary, measured, isKnown, there, runType, span, now],
  );
  const states = useMemo(
    () =>
      summary?.states ??
      (loaded && there && runType === 'CANARY_RUN' ? statusesOf(loaded, there, { span, now }) : undefined),
    [summary, loaded, there, runType, span, now],
  );
  const missed = summary?.missed ?? missedCount(gaps);
  const places = useMemo(() => placesOf(all?.runs ?? [], canary), [all, canary]);
  const hasRuns = loaded?.runs.some(startedIn(span)) ?? false;
  return {
    ...{ rules, there, loaded, measured, listed, chronological, places, hasRuns },
    ...{ figures, states, missed, incidents, gaps },
  };
}
