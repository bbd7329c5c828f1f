import { type CsvCell, csvRecord } from '@/lib/download/csv';
import type { Farm } from '../session-statistics';

/** A queue and what is known of its cost. */
export type QueueRecord = {
  /** Given for queues of several farms. */
  farm?: Farm;
  queueId: string;
  name: string;
  costUsd: number | undefined;
  /** Whether AWS has more rows of it than were read. */
  isCut?: boolean;
  /** Of the cost of all; undefined while that isn't known. */
  share: number | undefined;
};

/** Queues as records of a CSV file, without their sum, which would count twice in a spreadsheet. What isn't known is empty. */
export function* queuesCsv(queues: readonly QueueRecord[]): Generator<string> {
  const hasFarms = queues.some(({ farm }) => farm);
  const farmCells = (...cells: CsvCell[]) => (hasFarms ? cells : []);
  yield csvRecord([
    ...['Queue', 'Queue id', ...farmCells('Farm', 'Farm id'), 'All of its cost', 'Cost, US $', 'Share, %'],
  ]);
  for (const { farm, queueId, name, costUsd, isCut = false, share } of queues)
    yield csvRecord([
      ...[name, queueId, ...farmCells(farm?.displayName, farm?.farmId)],
      costUsd === undefined ? undefined : isCut ? 'no' : 'yes',
      ...[costUsd, share === undefined ? undefined : share * 100],
    ]);
}
