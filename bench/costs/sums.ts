import { LocalBuckets } from '@/lib/farm/plan/local-buckets';
import { combineRows } from '@/lib/farm/rows/combine-rows';
import { CostRows } from '@/lib/farm/rows/cost-rows';
import { groupRows } from '@/lib/farm/rows/group-rows';
import { groupTotals } from '@/lib/farm/rows/group-totals';
import type { GroupKey, SessionStatistics } from '@/lib/farm/session-statistics';
import { DAY, HOUR } from '@/lib/time/duration';
import { median } from '../figure';
import { randomNumbers } from '../random';
import { DAYS, TO } from './data';

const KEYS: GroupKey[] = ['QUEUE_ID', 'USER_ID'];
const FROM = TO - DAYS * DAY;
const HOURS = (DAYS * DAY) / HOUR;
const RUNS = 41;

/** Median milliseconds of summing 50,000 rows into groups, and into groups and buckets: ours, and a plain loop over typed arrays. */
export function measureSums(): { ours: number; plain: number } {
  const rows = generatedRows();
  const ours: number[] = [];
  const plain: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const [a, oursMs] = timed(() => sums(rows));
    const [b, plainMs] = timed(() => plainSums(rows));
    if (a !== b) throw new Error(`The sums differ: ${a} and ${b}.`);
    ours.push(oursMs);
    plain.push(plainMs);
  }
  return { ours: median(ours), plain: median(plain) };
}

function timed(work: () => number): [result: number, ms: number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

/** One row for each hour, queue and user. */
function generatedRows(): CostRows {
  const random = randomNumbers(7);
  const rows = new CostRows(KEYS, new LocalBuckets([{ from: FROM, to: TO, offsetMs: 0 }], 'HOURLY'));
  const list: SessionStatistics[] = [];
  for (let hour = 0; hour < HOURS; hour++)
    for (let pair = 0; pair < 35; pair++) {
      const from = FROM + hour * HOUR;
      list.push({
        ...{ queueId: `queue-${pair % 7}`, userId: `user-${Math.floor(pair / 7)}`, count: 1 },
        ...{ costUsd: { sum: random() }, runtimeSeconds: { sum: random() * 3600 }, from, to: from + HOUR },
      });
    }
  rows.add(list, 0);
  return rows;
}

/** The cost of the last group in the last bucket. */
function sums(rows: CostRows): number {
  const groups = groupRows(rows, KEYS);
  const { group } = groups;
  groupTotals(rows, groups);
  const bucket = rows.bucket.values;
  const cells = combineRows(
    rows,
    'costUsd',
    'SUM',
    groups.ids.length * HOURS,
    (row) => (group[row] ?? 0) * HOURS + (bucket[row] ?? 0),
  );
  return cells.at(-1) ?? Number.NaN;
}

/** The same sums, with one loop for the groups and one for the sums. */
function plainSums(rows: CostRows): number {
  const [queue, user] = [rows.valuesOf('QUEUE_ID'), rows.valuesOf('USER_ID')];
  const [cost, runtime] = [rows.costUsd.sum.values, rows.runtimeSeconds.sum.values];
  const [records, bucket] = [rows.count.values, rows.bucket.values];
  const users = user.ids.length;
  const numbers = new Int32Array(queue.ids.length * users).fill(-1);
  const group = new Int32Array(rows.length);
  let count = 0;
  for (let row = 0; row < group.length; row++) {
    const at = (queue.index[row] as number) * users + (user.index[row] as number);
    if (numbers[at] === -1) numbers[at] = count++;
    group[row] = numbers[at] as number;
  }
  const totals = [new Float64Array(count), new Float64Array(count), new Float64Array(count)] as const;
  const cells = new Float64Array(count * HOURS);
  for (let row = 0; row < group.length; row++) {
    const at = group[row] as number;
    totals[0][at] = (totals[0][at] as number) + (cost[row] as number);
    totals[1][at] = (totals[1][at] as number) + (runtime[row] as number);
    totals[2][at] = (totals[2][at] as number) + (records[row] as number);
    const cell = at * HOURS + (bucket[row] as number);
    cells[cell] = (cells[cell] as number) + (cost[row] as number);
  }
  return cells.at(-1) ?? Number.NaN;
}
