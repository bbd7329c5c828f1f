'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import { frameText } from '@/lib/profile/tree/frame-text';
import { formatZoneAt } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatShare } from '../frame-text/format-samples';
import type { ChangeSettings } from '../settings/profile-settings';
import { SettingsLink } from '../settings/settings-link';
import type { LinkedChange } from '../settings/use-settings-href';
import { changeNotes, failedText } from './change-notes';
import { FixedRows } from './fixed-rows';
import { FunctionLink } from './function-link';
import { RetryNote } from './retry-note';
import { SinceLinks } from './since-links';
import type { SummaryBaseline } from './summary-baseline';
import classes from './summary-line.module.css';
import { useChangeStart } from './use-change-start';
import { useLastKnown } from './use-last-known';
import type { SummaryChange } from './use-summary-change';

type ChangedMostProps = {
  group: string;
  /** Undefined while it loads. */
  change: SummaryChange | undefined;
  /** The change is that of the range before it moved. */
  isEarlier: boolean;
  /** The change can still arrive. */
  isWaiting: boolean;
  states: readonly string[];
  /** Time of the profile. */
  span: Span;
  /** Says down to which depth functions are known; '' for all. */
  depth: string;
  onChange: ChangeSettings;
  compareWith(baseline: SummaryBaseline): LinkedChange;
  /** Reads again what could not be read. */
  onRetry(): void;
};

export const CHANGED_TITLE =
  'The function whose share of total changed most for its size, beyond the sampling error';

/** The function that changed most, its shares before and now, and since when; or why no function is named. */
export function ChangedMost(props: ChangedMostProps) {
  const { group, change, isEarlier, isWaiting, states, span, depth, onChange, compareWith, onRetry } = props;
  const { now, text, zone } = useRange();
  const changed = change?.changed;
  const found = useMemo(() => changed && { ...changed, baseline: changed.since.span }, [changed]);
  const to = Math.min(span.to, now);
  const { status, error, notes, retry, ...state } = useChangeStart({ group, to, states, change: found });
  const known = useLastKnown(state.start, JSON.stringify([group, text, states, changed?.name]));
  // A start that is found for the earlier time holds while the new one loads.
  const start = status === 'loading' ? known.value : state.start;
  const isStartLoading = changed !== undefined && !start && status === 'loading';
  const link = { group, onChange };
  const [before, after] = changed
    ? [atMost(changed.before, changed.isAtMost.before), atMost(changed.now, changed.isAtMost.now)]
    : ['', ''];
  const means =
    start?.kind === 'at'
      ? ['The line has the means of the profiles before the start and since.', ...notes]
      : [];
  const rows = [
    classes.changed,
    depth !== '' && classes.deep,
    formatZoneAt(now, zone) !== 'UTC' && classes.longZone,
    isEarlier && classes.earlier,
  ];
  const failed = change && failedText(change.sides);
  return (
    <FixedRows
      className={rows.filter(Boolean).join(' ')}
      isSingle={changed !== undefined}
      isBusy={isEarlier || (!change && isWaiting) || isStartLoading}
    >
      {!change && isWaiting && (
        <span>
          <span className={classes.lead}>Changed most{depth}:</span>
          <span className={classes.muted}>Loading …</span>
        </span>
      )}
      {change &&
        !changed &&
        changeNotes(change.sides, depth).map((text) => (
          <span key={text} data-wraps className={classes.muted}>
            {text}
          </span>
        ))}
      {changed && (
        <>
          <span className={classes.named}>
            <span className={classes.lead} title={CHANGED_TITLE}>
              Changed most{depth}:
            </span>
            <FunctionLink
              {...{ ...link, name: changed.name }}
              title={`Inspect ${frameText(changed.name).slice(0, 300)}`}
            />
          </span>
          <span>
            <SettingsLink
              {...link}
              className={classes.shares}
              change={compareWith(changed.since)}
              title={`${before} ${changed.since.words}, ${after} in the ended profiles of this range, total as a share of all samples in ${states.join(', ').slice(0, 120)}. ${[...means, 'Compare the profiles'].join(' ')}`}
            >
              {start?.kind === 'at'
                ? arrow(formatShare(start.before), formatShare(start.after))
                : arrow(before, after)}
            </SettingsLink>
            <span className={classes.muted}>
              total{start?.kind === 'at' ? '' : ` on ${changed.since.words}`}
            </span>
          </span>
          {start && <SinceLinks {...{ ...link, start }} />}
          {isStartLoading && <span className={classes.muted}>Loading since when …</span>}
          {!start && status === 'failed' && (
            <RetryNote text="The start can’t be read." title={error?.message} onRetry={retry} />
          )}
          {!start && status === 'unclear' && <span className={classes.muted}>no clear start</span>}
        </>
      )}
      {failed && <RetryNote text={failed} onRetry={onRetry} />}
    </FixedRows>
  );
}

const atMost = (share: number, isAtMost: boolean) => `${isAtMost ? '≤ ' : ''}${formatShare(share)}`;

/** Two shares with their unit once: `0 → 12.9 %`. */
const arrow = (before: string, after: string) => `${before.replace(' %', '')} → ${after}`;
