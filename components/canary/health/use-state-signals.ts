'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { useRange } from '@/components/range/use-range';
import type { HealthState } from '@/lib/canary/health/canary-health';
import { isRecovery, stateTitle } from '@/lib/canary/health/state-signals';
import { reportRecovery } from './report-recovery';
import { signalInWindow } from './window-signal';

/** Shows the state of a canary in the title and the icon of the window, and reports its recovery while the page is open. */
export function useStateSignals(name: string | undefined, state: HealthState | undefined): void {
  const { now, zone } = useRange();
  const report = useEffectEvent((title: string) => reportRecovery(title, 'Seen passing', { now, zone }));
  const before = useRef<{ name: string; state: HealthState }>(undefined);
  useEffect(() => {
    if (name === undefined || state === undefined) return;
    const last = before.current?.name === name ? before.current.state : undefined;
    before.current = { name, state };
    if (isRecovery(last, state)) report(`${name} has recovered`);
    return signalInWindow(stateTitle(name, state), state);
  }, [name, state]);
}
