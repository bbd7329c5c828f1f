import { Text } from '@mantine/core';
import { costOfShare } from '@/lib/profile/view/frame-cost';
import { comparedCost } from './compared-cost';
import { CostPending, sharedText } from './cost-line';
import type { CostState } from './cost-state';
import { costInWords, formatCost, formatCostChange } from './cost-text';
import type { ComparedCosts } from './use-compared-costs';

type ComparedCostLineProps = {
  compared: ComparedCosts | undefined;
  /** Thread states whose samples share the cost. */
  states: readonly string[];
};

const SIDES = ['baseline', 'comparison'] as const;

/** What both sides of a comparison cost, where that is known from, and how frames share it; or why it is unknown. */
export function ComparedCostLine({ compared, states }: ComparedCostLineProps) {
  if (!compared) return null;
  const pending = SIDES.flatMap((side) => {
    const state = compared[side];
    return state.state === 'known' ? [] : [{ side, state }];
  });
  const [first] = pending;
  return (
    <section aria-label="Cost of both sides" style={{ marginBlock: 4 }}>
      {first ? (
        <CostPending state={ofSide(first.state, first.side, pending.length > 1)} />
      ) : (
        <KnownCosts {...{ compared, states }} />
      )}
    </section>
  );
}

type Pending = Exclude<CostState, { state: 'known' }>;

/** Says which side it is of, unless both have it. */
function ofSide(state: Pending, side: string, isOfBoth: boolean): Pending {
  if (isOfBoth) return state;
  return state.state === 'loading'
    ? { ...state, text: `Of the ${side}: ${state.text}` }
    : { ...state, why: `Of the ${side}: ${state.why}` };
}

function KnownCosts({ compared, states }: { compared: ComparedCosts; states: readonly string[] }) {
  const { baseline, comparison } = compared;
  if (baseline.state !== 'known' || comparison.state !== 'known') return null;
  const costs = { baseline: baseline.cost, comparison: comparison.cost };
  const { baseline: before, change } = comparedCost({ baseline: 1, comparison: 1 }, costs);
  const isSamePrice = baseline.source === comparison.source;
  return (
    <>
      {isSamePrice ? (
        <Text size="sm">
          Both sides cost {formatCost(before.hour, 'hour')}, {formatCost(before.year, 'year')} if all hours
          are like these.
        </Text>
      ) : (
        <Text size="sm">
          The baseline cost {costInWords(before, baseline.cost.ms)}; the comparison{' '}
          {costInWords(costOfShare(1, comparison.cost), comparison.cost.ms)} (
          {formatCostChange(change.hour, 'hour')}), if all hours are like these.
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {baseline.source} {!isSamePrice && comparison.source} {sharedText(states)}
      </Text>
    </>
  );
}
