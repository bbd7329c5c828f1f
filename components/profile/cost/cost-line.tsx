import { Button, Text } from '@mantine/core';
import { focusRegionThen } from '@/components/panel/focus-region';
import { formatNumber } from '@/lib/answer/format-number';
import { type ExistingProfiles, missingProfiles } from '@/lib/profile/range/existing-profiles';
import { costOfShare } from '@/lib/profile/view/frame-cost';
import { PERIOD_TEXTS } from '../strip/profile-sources';
import type { CostState } from './cost-state';
import { costInWords } from './cost-text';

type CostLineProps = {
  state: CostState | undefined;
  /** Thread states whose samples share the cost. */
  states: readonly string[];
  /** The profiles in the covered time, if they are known. */
  existing: ExistingProfiles | undefined;
};

/** What the whole profile cost, where that is known from, and how frames share it; or why it is unknown. */
export function CostLine({ state, states, existing }: CostLineProps) {
  if (!state) return null;
  return (
    <section aria-label="Cost of the profile" style={{ marginBlock: 4 }}>
      {state.state === 'known' ? (
        <>
          <Text size="sm">
            Cost of all samples: {costInWords(costOfShare(1, state.cost), state.cost.ms)} if all hours are
            like these.
          </Text>
          <Text size="xs" c="dimmed">
            {state.source} {existing && gapsText(existing)} {sharedText(states)}
          </Text>
        </>
      ) : (
        <CostPending state={state} />
      )}
    </section>
  );
}

/** That a cost isn't known yet, or why it is unknown. */
export function CostPending({ state }: { state: Exclude<CostState, { state: 'known' }> }) {
  return (
    <Text size="sm" mih="calc(1lh + 20px)">
      {state.state === 'loading' ? (
        <span role="status">{state.text}</span>
      ) : (
        <>
          <span aria-hidden>◆ </span>
          {state.why}{' '}
          {state.retry && (
            <Button size="compact-xs" variant="subtle" onClick={focusRegionThen(state.retry)}>
              Retry
            </Button>
          )}
        </>
      )}
    </Text>
  );
}

/** How frames share a cost. */
export const sharedText = (states: readonly string[]): string =>
  `A frame’s cost is its share of the samples in ${states.join(', ')}; what the machines cost while idle is shared in the same way.`;

/** That the cost is also of times without a profile; empty if there are none. */
function gapsText(existing: ExistingProfiles): string {
  const { missing, of } = missingProfiles(existing);
  if (missing === 0) return '';
  return `Of ${formatNumber(of)} profiles of ${PERIOD_TEXTS[existing.period]}, ${formatNumber(missing)} are missing in that time, whose cost is included.`;
}
