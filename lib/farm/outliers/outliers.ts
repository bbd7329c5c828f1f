import type { Span } from '@/lib/time/range';
import { median, NORMAL_MAD } from '../median';
import { bucketSums } from '../rows/bucket-sums';
import type { CostRows } from '../rows/cost-rows';
import { computeRows } from '../rows/group-totals';
import type { AggregationPeriod } from '../session-statistics';
import { type Peers, peersAmong } from './peers';

/** A bucket that costs far more than similar ones. */
export type Outlier = {
  /** Its number. */
  at: number;
  bucket: Span;
  costUsd: number;
  /** Median of its peers. */
  usualUsd: number;
  peers: Peers;
  /** Compute hours, and all cost per compute hour, as multiples of the usual ones; undefined without usage types or usual hours. */
  hoursFactor?: number;
  rateFactor?: number;
};

/** `isTooShort`: no bucket has enough others like it. */
export type Outliers = { outliers: Outlier[]; isTooShort: boolean };

/** How many of the usual deviations above the usual cost: a normal distribution has 1 of 4,000 there. */
export const MIN_DEVIATIONS = 3.5;
/** A bucket must also cost this many times the usual. */
const MIN_FACTOR = 1.5;
/** And the difference must be this part of the mean cost of a bucket. */
const MIN_PART_OF_MEAN = 0.5;
/** Peers that are all alike would make any difference extraordinary. */
const MIN_DEVIATION = 0.1;

/**
 * The buckets of rows that cost far more than their peers, the largest difference first: compared with the median by the median
 * absolute deviation. Buckets that the span cuts are left out, and empty ones before the first cost: the farm may not have existed.
 */
export function outliersOf(rows: CostRows, span: Span, period: AggregationPeriod): Outliers {
  const { spans, segments } = rows.buckets;
  const costs = bucketSums(rows, 'costUsd');
  const isCompute = computeRows(rows);
  const hours = isCompute && bucketSums(rows, 'runtimeSeconds', isCompute);
  const first = costs.findIndex((cost) => cost !== 0);
  const whole = [...spans.keys()].filter((at) => {
    const { from = 0, to = 0 } = spans[at] ?? {};
    return at >= first && from >= span.from && to <= span.to;
  });
  const mean = whole.reduce((sum, at) => sum + (costs[at] ?? 0), 0) / whole.length;
  const peersOf = peersAmong(whole, spans, period, segments);
  const outliers = whole.flatMap((at): Outlier[] => {
    const peers = peersOf(at);
    const costUsd = costs[at] ?? 0;
    if (!peers) return [];
    const costOf = (other: number) => costs[other] ?? 0;
    const usualUsd = usualOf(peers, costOf);
    const isDear = costUsd > MIN_FACTOR * usualUsd && costUsd - usualUsd >= MIN_PART_OF_MEAN * mean;
    // Few of thousands of buckets need the deviation.
    if (!isDear || costUsd - usualUsd <= MIN_DEVIATIONS * deviationOf(peers, costOf, usualUsd)) return [];
    return [
      {
        ...{ at, bucket: spans[at] ?? span, costUsd, usualUsd, peers },
        ...factorsOf(at, peers, costs, hours),
      },
    ];
  });
  outliers.sort((a, b) => b.costUsd - b.usualUsd - (a.costUsd - a.usualUsd));
  return { outliers, isTooShort: whole.every((at) => !peersOf(at)) };
}

function factorsOf(
  at: number,
  peers: Peers,
  costs: Float64Array,
  hours: Float64Array | undefined,
): Pick<Outlier, 'hoursFactor' | 'rateFactor'> {
  if (!hours) return {};
  const rateOf = (other: number) => (costs[other] ?? 0) / (hours[other] || Number.NaN);
  const usualHours = usualOf(peers, (other) => hours[other] ?? 0);
  const withHours = { ...peers, buckets: peers.buckets.filter((other) => (hours[other] ?? 0) > 0) };
  const rateFactor = rateOf(at) / usualOf(withHours, rateOf);
  if (!(usualHours > 0) || !Number.isFinite(rateFactor)) return {};
  return { hoursFactor: (hours[at] ?? 0) / usualHours, rateFactor };
}

/** The median of peers. */
export const usualOf = ({ buckets }: Peers, of: (bucket: number) => number): number =>
  median(buckets.map(of));

/** How far peers usually are from their median, as a standard deviation. */
function deviationOf({ buckets }: Peers, of: (bucket: number) => number, usual: number): number {
  const deviation = median(buckets.map((bucket) => Math.abs(of(bucket) - usual))) / NORMAL_MAD;
  return Math.max(deviation, MIN_DEVIATION * usual);
}
