import { fileTime } from '@/lib/download/file-time';
import type { Span } from '@/lib/time/range';
import type { Filter } from '../filters/filter';
import { filterText } from '../filters/filter-text';
import { GROUP_KEY_LABELS } from '../labels';
import { plainName } from '../naming/plain-name';
import type { CostQuery } from '../plan/plan-aggregations';
import type { GroupKey } from '../session-statistics';

const MAX_NAME_LENGTH = 60;

type FileNameParts = {
  farmName: string | undefined;
  /** What the file has, such as `cost` or `rows`. */
  what: string;
  query: Pick<CostQuery, 'farmId' | 'from' | 'to' | 'resources'>;
  keys: readonly GroupKey[];
  /** Whether these are the costs of all queues of the farm. */
  isWholeFarm: boolean;
  filters: readonly Filter[];
  /** Whether there are more rows than were read. */
  isCut: boolean;
};

/**
 * Name of a file with costs, without its extension: farm, contents, keys, a choice of queues or fleets, filters, and the range in
 * UTC, such as `studio_cost-by-queue-and-user_2-queues_2026-11-24T1300Z_2026-11-24T1400Z`.
 */
export function costsFileName(parts: FileNameParts): string {
  const { farmName, what, query, keys, isWholeFarm, filters, isCut } = parts;
  const { farmId, resources, from, to } = query;
  const by = keys.map((key) => GROUP_KEY_LABELS[key].toLowerCase());
  const count = resources.ids.length;
  return [
    fileWord(farmName ?? '') || farmId,
    fileWord(`${what} by ${by.join(' and ')}`),
    ...(isWholeFarm ? [] : [`${count}-${resources.kind}${count === 1 ? '' : 's'}`]),
    ...(filters.length === 0 ? [] : [fileWord(`only ${filterText(filters)}`)]),
    fileTime(from),
    fileTime(to),
    ...(isCut ? ['incomplete'] : []),
  ].join('_');
}

/** Name of a file with what all farms cost in a range, without its extension: `queues_2026-11-24T1300Z_2026-11-24T1400Z`. */
export const farmsFileName = (what: 'farms' | 'queues', span: Span | undefined): string =>
  [what, ...(span ? [fileTime(span.from), fileTime(span.to)] : [])].join('_');

/** A text in the name of a file: no character that a file system may refuse, nor one that begins a hidden file. */
const fileWord = (text: string): string =>
  [...plainName(text).replace(/[^\p{L}\p{M}\p{N}.]+/gu, '-')]
    .slice(0, MAX_NAME_LENGTH)
    .join('')
    .replace(/^[-.]+|[-.]+$/g, '');
