import { orderLines, type SumOfLines } from '@/lib/farm/filters/queue-lines';
import { type Names, nameOfId } from '@/lib/farm/names';
import { ratio } from '@/lib/farm/totals/total-columns';
import type { QueueLine } from './use-costs-by-queue';

/** A queue as the table and its file have it. */
export type NamedLine = QueueLine & { name: string; share: number | undefined };

/** The lines in order, with names, and with shares once the sum is that of the whole. */
export const namedLines = (lines: readonly QueueLine[], sum: SumOfLines, names: Names): NamedLine[] =>
  orderLines(lines).map((line) => ({
    ...line,
    name: nameOfId(line.queueId, names),
    share: sum.isWhole && line.costUsd !== undefined ? ratio(line.costUsd, sum.costUsd) : undefined,
  }));
