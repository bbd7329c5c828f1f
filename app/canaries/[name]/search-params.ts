import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { rangeSearchParams } from '@/lib/time/search-params';

/** What the URL of a canary's page holds: which runs, which of them are listed, and the one that is open. */
export const canarySearchParams = {
  runType: parseAsStringLiteral(['CANARY_RUN', 'DRY_RUN']).withDefault('CANARY_RUN'),
  /** Only with dry runs. */
  dryRunId: parseAsString,
  show: parseAsStringLiteral(['all', 'failed', 'retried']).withDefault('all'),
  /** Id of the open run. */
  run: parseAsString,
};

export const loadCanarySearchParams = createLoader({ ...rangeSearchParams, ...canarySearchParams });
