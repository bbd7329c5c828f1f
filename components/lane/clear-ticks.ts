import type { Tick } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';

/** Half the width of a label and a margin. */
const CLEAR_PX = 28;

/** Removes ticks whose labels would overlap the first `covered` pixels of an axis. */
export const clearTicks = (
  ticks: readonly Tick[],
  { span, width, covered }: { span: Span; width: number; covered: number },
) => ticks.filter(({ at }) => ((at - span.from) / (span.to - span.from)) * width >= covered + CLEAR_PX);
