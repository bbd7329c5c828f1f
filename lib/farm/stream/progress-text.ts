import { counted } from '@/lib/answer/counted';
import type { CostQuery } from '../plan/plan-aggregations';
import type { CostProgress } from './cost-event';

/** The current step of an answer in a sentence. Undefined is before the first one. */
export function progressText(
  progress: CostProgress | undefined,
  { kind, ids }: CostQuery['resources'],
): string {
  const summed = counted(ids.length, kind);
  if (!progress) return `Asking for the costs of ${summed}`;
  const { aggregation, aggregationCount, rowCount } = progress;
  const part = aggregationCount > 1 ? `, aggregation ${aggregation} of ${aggregationCount}` : '';
  const rows = rowCount > 0 ? ` · ${counted(rowCount, 'row')} so far` : '';
  switch (progress.phase) {
    case 'line':
      return `Waiting for ${counted(progress.place, 'other request')} to this farm${part}${rows}`;
    case 'busy':
      return `AWS runs one aggregation per farm at a time and is busy with somebody else’s. Retrying in ${counted(progress.retryAfterSeconds, 'second')}${rows}`;
    case 'starting':
      return `Starting an aggregation of ${summed}${part}${rows}`;
    case 'aggregating':
      return `AWS is aggregating ${summed}${part}${rows}`;
    case 'reading':
      return `Reading the rows of ${summed}${part}${rows}`;
  }
}

/** The same without counts, which change too often to be read aloud. */
export const announcedText = (
  progress: CostProgress | undefined,
  resources: CostQuery['resources'],
): string => progressText(progress && { ...progress, rowCount: 0, aggregationCount: 1 }, resources);
