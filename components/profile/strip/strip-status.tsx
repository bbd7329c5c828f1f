import { Text, VisuallyHidden } from '@mantine/core';
import { STRIP_PERIODS, type StripPeriod } from '@/lib/profile/range/profile-periods';
import { utcPeriods } from '@/lib/profile/range/utc-periods';
import type { StateChoice } from '@/lib/profile/tree/states';
import { progressText } from './progress-text';
import classes from './strip-status.module.css';
import { shortStatus } from './strip-status-text';
import type { Samples } from './use-samples';

type StripStatusProps = {
  period: StripPeriod;
  samples: Samples;
  /** Thread states as chosen; null is the default. */
  data: StateChoice | null;
  /** The number of profiles in words; undefined until it is known. */
  countText: string | undefined;
  hasError: boolean;
  zone: string;
};

const UTC_SENTENCES = { 'UTC days': 'Days are UTC days', 'UTC hours': 'Hours are UTC hours' };

/** Profiles, thread states and progress of a strip in one line, shorter where the window is narrower. */
export function StripStatus({ period, samples, data, countText, hasError, zone }: StripStatusProps) {
  const progress = progressText(samples);
  const utc = utcPeriods(STRIP_PERIODS[period], zone, samples.bars[0]?.start ?? 0);
  const count = countText ?? (hasError ? 'Profiles' : 'Loading profiles');
  const states = samples.states.length > 0 ? [`samples: ${samples.states.join(', ')}`] : [];
  const status = [count, ...states, ...(utc ? [UTC_SENTENCES[utc]] : [])].join(' · ');
  const long = [status, progress].filter((part) => part !== '').join(' · ');
  const isShort = countText !== undefined;
  return (
    <Text className={classes.status} size="xs" c="dimmed" component="div" title={long}>
      {/* Progress is not announced: it changes many times. */}
      <VisuallyHidden role="status">{status}</VisuallyHidden>
      <span className={isShort ? classes.long : undefined} aria-hidden>
        {long}
      </span>
      {isShort && (
        <span className={classes.short} aria-hidden>
          {shortStatus({ period, samples, data, zone })}
        </span>
      )}
    </Text>
  );
}
