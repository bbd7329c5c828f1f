import type { Outcome } from '@/lib/canary/attempts';
import type { HealthState } from '@/lib/canary/health/canary-health';
import { StateMark } from '../state-mark';

const OUTCOMES: Record<HealthState, Outcome | 'silent' | undefined> = {
  passing: 'passed',
  failing: 'failed',
  silent: 'silent',
  running: 'running',
  stopped: undefined,
  'never ran': undefined,
  'not created': undefined,
  'not set up': undefined,
  unknown: undefined,
};

/** A canary's state by shape, colour and label. */
export const HealthMark = ({ state, label }: { state: HealthState; label: string }) => (
  <StateMark outcome={OUTCOMES[state]} label={label} />
);
