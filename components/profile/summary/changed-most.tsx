'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import type { Span } from '@/lib/time/range';
import { formatShare } from '../frame-text/format-samples';
import type { ChangeSettings } from '../settings/profile-settings';
import { SettingsLink } from '../settings/settings-link';
import type { LinkedChange } from '../settings/use-settings-href';
import { FunctionLink } from './function-link';
import { SinceLinks } from './since-links';
import type { SummaryBaseline } from './summary-baseline';
import classes from './summary-line.module.css';
import { useChangeStart } from './use-change-start';
import type { SummaryChange } from './use-summary';

type ChangedMostProps = {
  group: string;
  /** Undefined while it loads. */
  change: SummaryChange | undefined;
  states: readonly string[];
  /** Time of the profile. */
  span: Span;
  /** Says down to which depth functions are known; '' for all. */
  depth: string;
  onChange: ChangeSettings;
  compareWith(baseline: SummaryBaseline): LinkedChange;
};

/** The function that changed most, its shares before and now, and since when. */
export function ChangedMost({ group, change, states, span, depth, onChange, compareWith }: ChangedMostProps) {
  const { now } = useRange();
  const changed = change?.changed;
  const found = useMemo(() => changed && { ...changed, baseline: changed.since.span }, [changed]);
  const start = useChangeStart({ group, to: Math.min(span.to, now), states, change: found });
  const link = { group, onChange };
  const [before, after] = changed
    ? [atMost(changed.before, changed.isAtMost.before), atMost(changed.now, changed.isAtMost.now)]
    : ['', ''];
  return (
    <div className={classes.changed}>
      {change && !changed && change.baselines.length > 0 && (
        <span className={classes.muted}>
          No clear change{depth} on {change.baselines.map(({ words }) => words).join(' or ')}.
        </span>
      )}
      {changed && (
        <>
          <span className={classes.named}>
            <span
              className={classes.lead}
              title="The function whose share of total changed most for its size, beyond the sampling error"
            >
              Changed most{depth}:
            </span>
            <FunctionLink
              {...{ ...link, name: changed.name }}
              title={`Inspect ${changed.name.slice(0, 300)}`}
            />
          </span>
          <span className={classes.when}>
            <SettingsLink
              {...link}
              className={classes.shares}
              change={compareWith(changed.since)}
              title={`${before} ${changed.since.words}, ${after} in this range, total as a share of all samples in ${states.join(', ').slice(0, 120)}. Compare the profiles`}
            >
              {start?.kind === 'at'
                ? arrow(formatShare(start.before), formatShare(start.after))
                : arrow(before, after)}
            </SettingsLink>
            <span className={classes.muted}>
              total{start?.kind === 'at' ? '' : ` on ${changed.since.words}`}
            </span>
            {start && <SinceLinks {...{ ...link, start }} />}
          </span>
        </>
      )}
    </div>
  );
}

const atMost = (share: number, isAtMost: boolean) => `${isAtMost ? '≤ ' : ''}${formatShare(share)}`;

/** Two shares with their unit once: `0 → 12.9 %`. */
const arrow = (before: string, after: string) => `${before.replace(' %', '')} → ${after}`;
