import type { CostFailure, CostStep } from '@/lib/farm/stream/cost-event';

/** Where an aggregation is between its request and its last row. */
export type AggregationState = CostStep | { phase: 'complete' } | { phase: 'failed'; failure: CostFailure };
