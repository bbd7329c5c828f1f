import { csvRecord } from '@/lib/download/csv';
import { parseFrame } from '../graph/parse-frame';
import type { TopFunction } from '../transform/top-functions';
import { frameText } from '../tree/frame-text';
import { costOfShare, type ProfileCost } from './frame-cost';

type FunctionsOptions = {
  /** Samples of the whole profile. */
  samples: number;
  /** What the whole profile cost, if that is known. */
  cost: ProfileCost | undefined;
};

const KINDS = ['self', 'total'] as const;
const TIMES = [
  ['all', 'profile’s time'],
  ['hour', 'an hour'],
  ['year', 'a year'],
] as const;

/** Functions as records of a CSV file, in their order: samples, their share of the whole profile, and the cost of that share. */
export function* functionsCsv(
  functions: readonly TopFunction[],
  { samples, cost }: FunctionsOptions,
): Generator<string> {
  const amounts = cost ? TIMES : [];
  yield csvRecord([
    ...['Function', 'Package', 'Self, samples', 'Self, % of all samples'],
    ...['Total, samples', 'Total, % of all samples'],
    ...KINDS.flatMap((kind) =>
      amounts.map(([, time]) => `${kind === 'self' ? 'Self' : 'Total'} cost, US $ ${time}`),
    ),
  ]);
  for (const each of functions) {
    const share = (kind: 'self' | 'total') => (samples > 0 ? each[kind] / samples : Number.NaN);
    yield csvRecord([
      ...[frameText(each.name), parseFrame(each.name).package],
      ...KINDS.flatMap((kind) => [each[kind], 100 * share(kind)]),
      ...KINDS.flatMap((kind) => amounts.map(([time]) => cost && costOfShare(share(kind), cost)[time])),
    ]);
  }
}
