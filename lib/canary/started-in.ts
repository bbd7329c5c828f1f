import type { Span } from '@/lib/time/range';

/** Tells of a run, or of a scheduled run, whether it started in a span. */
export const startedIn =
  ({ from, to }: Span) =>
  ({ started }: { started: number }) =>
    started >= from && started < to;
