import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import { coversText } from '@/lib/farm/covers-text';
import { namesOf } from '@/lib/farm/names';
import { rangeFigures } from '@/lib/farm/totals/range-figures';
import { type ProfileCost, pricedCost } from '@/lib/profile/view/frame-cost';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import type { CostSettings } from '../settings/cost-params';
import type { FarmCost } from './use-farm-cost';

/** What a profile cost, as far as it is known, with its source in sentences. */
export type CostState =
  | { state: 'loading'; text: string }
  | { state: 'unknown'; why: string; retry?: () => void }
  | { state: 'known'; cost: ProfileCost; source: string };

type Price = Pick<CostSettings, 'instances' | 'instanceType'> & { price: number };

/** The cost of a time by a typed price. */
export function priceState(price: Price, time: Span | undefined): CostState {
  if (!time) return { state: 'loading', text: 'Waiting for the profile …' };
  const cost = pricedCost(price.price, price.instances, time.to - time.from);
  if (!cost) return { state: 'unknown', why: 'The profile covers no time, so its cost is unknown.' };
  return { state: 'known', cost, source: priceText(price) };
}

/** `The price was typed: $0.34 an hour for each of 6 instances (c7g.large), which run all the time.` */
function priceText({ price, instances, instanceType }: Price): string {
  const type = instanceType === '' ? '' : ` (${instanceType})`;
  const each =
    instances === 1
      ? `one instance${type}, which runs`
      : `each of ${formatNumber(instances, 6)} instances${type}, which run`;
  return `The price was typed: $${formatNumber(price, 6)} an hour for ${each} all the time.`;
}

/** The cost of a time by the sessions of a farm. `name` is that of the farm. */
export function farmState(farm: FarmCost, name: string, zone: string, time: Span | undefined): CostState {
  if (farm.state === 'failed') {
    return {
      state: 'unknown',
      why: `The cost of ${name} is unknown. ${farm.error.message}`,
      retry: farm.retry,
    };
  }
  if (farm.state === 'loading') return { state: 'loading', text: `${name}: ${farm.text}` };
  if (farm.state === 'without queues') {
    return { state: 'unknown', why: `${name} has no queues, so it has no costs.` };
  }
  const { asked, costs, queues } = farm;
  const { coverage } = costs;
  const { costUsd, incompleteCount } = rangeFigures(costs.chosen);
  const ms = coverage.to - coverage.from;
  if (costs.chosen.length === 0) {
    return { state: 'unknown', why: `${name} had no sessions in this time, so there is no cost to share.` };
  }
  if (Number.isNaN(costUsd) || ms <= 0) {
    return { state: 'unknown', why: `AWS reports no cost for the sessions of ${name} in this time.` };
  }
  const isShorter = time !== undefined && (coverage.from > time.from || coverage.to < time.to);
  const notes = [
    `The costs are those of ${name}. ${coversText(asked, costs, namesOf(queues, []))}`,
    ...asked.notes,
    ...costs.notes,
    ...(isShorter ? [`They are known only for ${formatSpan(coverage, zone)}.`] : []),
    ...(incompleteCount > 0
      ? [`${rowsText(incompleteCount)} no cost or runtime, so the cost may be higher.`]
      : []),
  ];
  return { state: 'known', cost: { usd: costUsd, ms }, source: notes.join(' ') };
}

const rowsText = (count: number) => `${counted(count, 'row')} of AWS ${count === 1 ? 'has' : 'have'}`;
