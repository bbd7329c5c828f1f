import type { HealthChoice } from '@/lib/canary/health/health-rules';
import type { RunType } from '@/lib/canary/run';
import type { RunFilter } from '@/lib/canary/run-filter';
import type { TimelineChoice } from './timeline/timeline-choice';

/** The parameters of the page's URL besides the range. */
export type CanaryChoice = {
  runType: RunType;
  dryRunId: string | null;
  show: RunFilter;
  run: string | null;
  file: string | null;
  page: number;
} & TimelineChoice &
  HealthChoice;
