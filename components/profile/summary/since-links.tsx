'use client';

import { useRange } from '@/components/range/use-range';
import { spanBefore } from '@/lib/profile/range/ended-span';
import { STRIP_PERIODS } from '@/lib/profile/range/profile-periods';
import { formatDuration } from '@/lib/time/duration';
import { formatDayInstant, formatInstant } from '@/lib/time/format';
import { absoluteRange } from '@/lib/time/range';
import { comparedWithBefore } from '../compare/baseline';
import type { ChangeSettings } from '../settings/profile-settings';
import { SettingsLink } from '../settings/settings-link';
import { spanAfter, spanAround } from './since-spans';
import classes from './summary-line.module.css';
import type { FoundStart } from './use-change-start';

type SinceLinksProps = {
  group: string;
  onChange: ChangeSettings;
  start: FoundStart;
};

/** Since when a function has changed: a link that compares the time after it with that before, and one to the time around it. */
export function SinceLinks({ start, ...link }: SinceLinksProps) {
  const { now, zone } = useRange();
  if (start.kind === 'earlier') {
    return <span className={classes.muted}>since before {formatDayInstant(start.start, now, zone)}</span>;
  }
  const { at, length, lastBefore } = start;
  const after = spanAfter(at, now);
  const long = formatDuration(after.to - after.from);
  const gap = lastBefore < at ? ` No profile from ${formatInstant(lastBefore, zone)} until then.` : '';
  return (
    <>
      <span>
        <span className={classes.muted}>since</span>
        <SettingsLink
          {...link}
          className={classes.link}
          change={comparedWithBefore({ compared: after, before: spanBefore(after) })}
          title={`By profiles of ${formatDuration(length)}.${gap} Compare the ${long} after it with the ${long} before`}
        >
          {length > STRIP_PERIODS.PT5M && 'about '}
          {formatDayInstant(at, now, zone)}
        </SettingsLink>
      </span>
      <SettingsLink
        {...link}
        className={`${classes.change} ${classes.muted}`}
        change={{ ...absoluteRange(spanAround(at, length, now)), latest: null, focus: '', asof: null }}
        title="Show the profiles before and after the start"
        aria-label="show start"
      >
        show
      </SettingsLink>
    </>
  );
}
