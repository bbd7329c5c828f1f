import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { TopFunction } from '@/lib/profile/transform/top-functions';
import type { FrameChoice } from '@/lib/profile/view/choice';
import { getProfileFunctions } from '../profiler/get-profile-view';
import type { ReadFigures } from './link-difference';

/** The part of a profile; with a period it is the latest one of that length, not that of a range. */
type FunctionsOf = FrameChoice & { period?: string };

/** The samples of a group's profile in a range that is already of whole profiles, and the share of each function's self. */
export const functionFigures =
  (group: string, { period, ...choice }: FunctionsOf, signal: AbortSignal): ReadFigures =>
  async ({ from, to }) => {
    const { data, coverage, warnings } = await getProfileFunctions(
      { group, ...(period === undefined ? { startTime: from, endTime: to } : { period }), ...choice },
      signal,
    );
    const { functions, samples, isComplete } = data;
    const share = ({ self }: TopFunction) => (samples > 0 ? self / samples : null);
    return {
      span: coverage ?? { from, to },
      figures: [
        { key: 'samples', label: 'Samples', unit: 'count', value: samples, isSum: true },
        ...functions.map((each) => ({
          key: `function ${each.name}`,
          label: `${parseFrame(each.name).label.slice(0, 120)}, self`,
          unit: 'share' as const,
          value: share(each),
        })),
      ],
      absent: isComplete && samples > 0 ? 0 : null,
      notes: [...warnings, ...(samples === 0 ? [`${group} has no profile in this time.`] : [])],
    };
  };
