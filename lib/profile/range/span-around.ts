import type { Span } from '@/lib/time/range';
import { STRIP_PERIODS } from './profile-periods';

/**
 * A span with the middle of another one, such as of a run, in whole five-minute profiles: as long as `compared` and over when that
 * starts. The other one ends by then too.
 */
export function spanAround({ from, to }: Span, compared: Span): Span {
  const length = compared.to - compared.from;
  const step = STRIP_PERIODS.PT5M;
  const around = Math.floor(((from + to) / 2 - length / 2 + step / 2) / step) * step;
  const start = Math.min(around, compared.from - length);
  return { from: Math.max(0, start), to: Math.max(0, start) + length };
}
