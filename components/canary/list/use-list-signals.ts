'use client';

import { useEffect, useRef } from 'react';
import { useIsCurrent, useRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import type { HealthState } from '@/lib/canary/health/canary-health';
import { listTitle, recoveredOf, worstAlarm } from '@/lib/canary/health/state-signals';
import type { CanaryRow } from '@/lib/canary/list/canary-row';
import { reportRecovery } from '../health/report-recovery';
import { signalInWindow } from '../health/window-signal';

/** Maximum number of canaries that one message names. */
const MAX_NAMED = 3;

/**
 * Shows the worst state of a list in the title and the icon of the window, and reports recoveries while the page is open: those that
 * one refresh has found together, once it is over.
 */
export function useListSignals(rows: readonly CanaryRow[], isReading: boolean): void {
  const { now, zone } = useRange();
  const isCurrent = useIsCurrent();
  const before = useRef(new Map<string, HealthState>());
  const title = listTitle(rows.map(({ status, health }) => ({ state: status.state, isByLastRun: !health })));
  const worst = worstAlarm(rows.map(({ status }) => status.state));
  useEffect(() => (isCurrent ? signalInWindow(title, worst) : undefined), [isCurrent, title, worst]);
  useEffect(() => {
    if (isReading || !isCurrent) return;
    // The last run alone, which is known of rows out of view, is of one browser and location.
    const read = rows.flatMap(({ canary, health }) =>
      health ? [[canary.name, health.now.state] as const] : [],
    );
    const recovered = recoveredOf(before.current, new Map(read));
    for (const [name, state] of read) before.current.set(name, state);
    if (recovered.length === 0) return;
    const more = recovered.length > MAX_NAMED ? ` and ${recovered.length - MAX_NAMED} more` : '';
    reportRecovery(
      `${counted(recovered.length, 'canary has', 'canaries have')} recovered`,
      `${recovered.slice(0, MAX_NAMED).join(', ')}${more}: seen passing`,
      { now, zone },
    );
  }, [rows, isReading, isCurrent, now, zone]);
}
