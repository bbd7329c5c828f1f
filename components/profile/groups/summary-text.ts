import type { Answer } from '@/lib/answer/answer';
import type { StatePreset } from '@/lib/profile/tree/states';
import { type GroupSummary, shareChange, shorterPeriod } from '@/lib/profile/view/group-summary';
import { formatDuration } from '@/lib/time/duration';
import { formatRelative } from '../compare/format-change';
import { formatSamples } from '../frame-text/format-samples';
import { formatPoints } from '../summary/format-points';

/** The samples that shares of a preset are of. */
export const BASE_TEXTS: Record<StatePreset, string> = {
  cpu: 'of CPU',
  latency: 'of all but IDLE',
  all: 'of all states',
};

/** The change of the samples since the period before, or why there is none. */
export function samplesChangeText({ data, coverage }: Answer<GroupSummary>): string {
  if (!data.before) return 'no profile before';
  if (data.before.isPartial) return 'unknown: before not all read';
  const shorter = shorterPeriod(data, coverage);
  return shorter
    ? `only ${formatDuration(shorter.length)} ${shorter.period}`
    : formatRelative(data.before.samples, data.samples);
}

/** Both sides of that change. */
export const samplesChangeTitle = ({ data }: Answer<GroupSummary>): string =>
  data.before
    ? `${formatSamples(data.samples)}, ${formatSamples(data.before.samples)} in the period before`
    : 'The period before has no profile';

/** The change of the hottest function's share in points, or why there is none; `isMuted` when it tells no change. */
export function pointsText(summary: GroupSummary): { text: string; title: string; isMuted: boolean } {
  const { hottest, before } = summary;
  const missing = (text: string) => ({ text, title: text, isMuted: true });
  if (!hottest) return missing('no samples');
  if (!before) return missing('no profile before');
  if (before.isPartial) return missing('unknown: before not all read');
  const points = shareChange(summary);
  if (!points) return missing('no samples before');
  const text = formatPoints(points.change);
  return points.isChance
    ? { text, title: `${text}, within the sampling error`, isMuted: true }
    : { text, title: `${text} since the period before`, isMuted: false };
}
