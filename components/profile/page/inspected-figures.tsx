import { Text } from '@mantine/core';
import { counted } from '@/lib/answer/counted';
import { costOfShare, type ProfileCost } from '@/lib/profile/view/frame-cost';
import type { InspectedFunction } from '@/lib/profile/view/view';
import { costInWords } from '../cost/cost-text';
import { formatAbout, formatCount, formatSamples, formatShare } from '../frame-text/format-samples';

type InspectedFiguresProps = {
  inspection: Pick<InspectedFunction, 'self' | 'total' | 'places'>;
  /** Samples that are 100 %. */
  whole: number;
  /** Estimated time of the function; undefined when the states have none. */
  seconds: number | undefined;
  /** What the whole profile cost, if that is known. */
  cost: ProfileCost | undefined;
};

/** Total, self, time and number of places of an inspected function, as one line. */
export function InspectedFigures({ inspection, whole, seconds, cost }: InspectedFiguresProps) {
  const { self, total, places } = inspection;
  return (
    <Text size="sm">
      <b>{formatShare(total / whole)}</b> of all samples, <b>{formatShare(self / whole)}</b> in the function
      itself{' '}
      <Text span size="xs" c="dimmed">
        {formatSamples(total)}, self {formatCount(self)}
        {seconds !== undefined && `, ${formatAbout(seconds)}`}, in {counted(places, 'place')}
        {cost && `; ${costInWords(costOfShare(total / whole, cost), cost.ms)}`}
      </Text>
    </Text>
  );
}
