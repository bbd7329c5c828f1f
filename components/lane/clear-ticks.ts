import type { Tick } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';

/** Half of a label, and what keeps it off its neighbour. */
const CLEAR_PX = 28;

/** The ticks whose labels stand clear of what covers the first `covered` pixels of an axis. */
export const clearTicks = (
  ticks: readonly Tick[],
  { span, width, covered }: { span: Span; width: number; covered: number },
) => ticks.filter(({ at }) => ((at - span.from) / (span.to - span.from)) * width >= covered + CLEAR_PX);
