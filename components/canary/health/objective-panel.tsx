'use client';

import { useMemo } from 'react';
import { Panel } from '@/components/panel/panel';
import { useRange } from '@/components/range/use-range';
import { scheduledRuns } from '@/lib/canary/attempts';
import { availabilityOf, formatAvailability } from '@/lib/canary/availability';
import { type HealthChoice, healthRules } from '@/lib/canary/health/health-rules';
import { availabilityByMonth } from '@/lib/canary/health/months';
import { knownFrom } from '@/lib/canary/known';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { Canary } from '@/lib/canary/run';
import { ErrorBudgetBar } from './error-budget-bar';
import { MonthTable } from './month-table';
import { ObjectiveForm } from './objective-form';

type ObjectivePanelProps = {
  canary: Canary;
  /** Without the runs of maintenance windows. */
  measured: LoadedRuns;
  choice: HealthChoice;
  onChoice: (change: Partial<HealthChoice>) => void;
};

/** Availability against an objective that the viewer sets, in the range and by calendar months. */
export function ObjectivePanel({ canary, measured, choice, onChoice }: ObjectivePanelProps) {
  const { span, zone, now } = useRange();
  const { objective, windows } = healthRules(choice);
  const { whole, months } = useMemo(() => {
    const known = knownFrom(measured, canary, now);
    const scheduled = scheduledRuns(measured.runs);
    return {
      whole: availabilityOf(scheduled, span, known),
      months: availabilityByMonth(scheduled, span, known, zone),
    };
  }, [measured, canary, span, zone, now]);
  return (
    <Panel
      title="Objective"
      id="objective"
      figure={
        whole.share === undefined ? 'no finished runs' : `availability ${formatAvailability(whole.share)}`
      }
      span={span}
      coverage={whole.coverage.from < whole.coverage.to ? whole.coverage : undefined}
    >
      <ObjectiveForm choice={choice} windowCount={windows.length} onChoice={onChoice} />
      {objective !== undefined && <ErrorBudgetBar availability={whole} objective={objective} />}
      <MonthTable months={months} objective={objective} zone={zone} />
    </Panel>
  );
}
