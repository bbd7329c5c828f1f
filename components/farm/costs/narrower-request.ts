import type { PageRange } from '@/components/range/use-range';
import { counted } from '@/lib/answer/counted';
import { PERIOD_LABELS } from '@/lib/farm/labels';
import { MAX_CHOSEN } from '@/lib/farm/plan/asked-costs';
import { longerPeriod } from '@/lib/farm/plan/periods';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import type { AggregationPeriod } from '@/lib/farm/session-statistics';
import { absoluteRange, type RangeText, type Span } from '@/lib/time/range';

/** Ways to make a failed aggregation smaller; an impossible one is left out. */
export type NarrowerRequest = {
  longerPeriod?: { label: string; onClick(): void };
  shorterRange?: () => void;
  fewerResources?: { label: string; onClick(): void };
};

type OnChoice = (change: {
  queueIds?: readonly string[];
  fleetIds?: readonly string[];
  period?: AggregationPeriod;
}) => void;

/** The newer half of a range. */
export const newerHalf = ({ from, to }: Span): RangeText =>
  absoluteRange({ from: from + Math.floor((to - from) / 2), to });

/** A choice of one kind alone. */
export const chosenIds = (kind: 'queue' | 'fleet', ids: readonly string[]) => ({
  queueIds: kind === 'queue' ? ids : [],
  fleetIds: kind === 'fleet' ? ids : [],
});

/** The way to half of the queues or fleets; nothing for one alone. */
export function fewerResources(
  { kind, ids }: CostQuery['resources'],
  onChange: OnChoice,
): Pick<NarrowerRequest, 'fewerResources'> {
  if (ids.length < 2) return {};
  const half = Math.min(Math.ceil(ids.length / 2), MAX_CHOSEN);
  const label = `Use only the first ${counted(half, kind)}`;
  return { fewerResources: { label, onClick: () => onChange(chosenIds(kind, ids.slice(0, half))) } };
}

/** All ways to request less than the page does. */
export function narrowerRequest(query: CostQuery, range: PageRange, onChange: OnChoice): NarrowerRequest {
  const period = longerPeriod(query.period);
  return {
    ...(period && {
      longerPeriod: { label: PERIOD_LABELS[period], onClick: () => onChange({ period }) },
    }),
    shorterRange: () => range.setRange(newerHalf(range.span)),
    ...fewerResources(query.resources, onChange),
  };
}
