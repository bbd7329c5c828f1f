import { MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

/** A profile does not change any more this long after its range has ended. */
const SETTLED_AFTER_MS = 15 * MINUTE;

/** Whether the profile of a range, requested at an instant, can't change any more. */
export const isSettledSpan = ({ to }: Span, requestedAt: number): boolean =>
  to + SETTLED_AFTER_MS < requestedAt;
