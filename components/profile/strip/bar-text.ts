import type { SampleBar } from '@/lib/profile/range/sample-bars';
import { formatCount, formatSamples } from '../frame-text/format-samples';

/** The samples of one or more profiles by thread state, or why they are unknown. */
export function barText(bars: readonly SampleBar[]): string {
  const [first] = bars;
  if (!first) return 'no profile';
  const read = bars.filter(({ status }) => status === 'read');
  if (read.length === 0) return UNKNOWN_TEXTS[first.status];
  const samples = formatSamples(read.reduce((sum, bar) => sum + bar.samples, 0));
  const parts = stateParts(read);
  const states = parts.length > 1 ? `: ${parts.join(', ')}` : '';
  const unread = read.length < bars.length ? ` in ${read.length} of ${bars.length} profiles` : '';
  return `${samples}${unread}${states}`;
}

const UNKNOWN_TEXTS: Record<SampleBar['status'], string> = {
  read: '',
  waiting: 'samples not read yet',
  failed: 'samples could not be read',
  leftOut: 'samples not read',
};

/** `RUNNABLE 1,234` for each thread state that was chosen. */
function stateParts(bars: readonly SampleBar[]): string[] {
  const sums = new Map<string, number>();
  for (const { states } of bars) {
    for (const { state, samples } of states) sums.set(state, (sums.get(state) ?? 0) + samples);
  }
  return [...sums].map(([state, samples]) => `${state} ${formatCount(samples)}`);
}
