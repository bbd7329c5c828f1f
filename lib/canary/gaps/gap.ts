import type { Span } from '@/lib/time/range';

/** A gap between two instants in which `missed` scheduled runs are missing. */
export type Gap = Span & { missed: number };

/** Missing runs of all gaps. */
export const missedCount = (gaps: readonly Gap[]) => gaps.reduce((sum, { missed }) => sum + missed, 0);
