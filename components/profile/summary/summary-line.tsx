'use client';

import { absoluteRange } from '@/lib/time/range';
import { formatSamples } from '../frame-text/format-samples';
import type { ChangeSettings } from '../settings/profile-settings';
import type { LinkedChange } from '../settings/use-settings-href';
import { ChangedMost } from './changed-most';
import { FixedRows } from './fixed-rows';
import { RetryNote } from './retry-note';
import type { SummaryBaseline } from './summary-baseline';
import { summaryLead } from './summary-lead';
import classes from './summary-line.module.css';
import { SummaryPartView } from './summary-part-view';
import { type UseSummaryOptions, useSummary } from './use-summary';

type SummaryLineProps = UseSummaryOptions & {
  /** Selected thread states, sorted. */
  states: readonly string[];
  onChange: ChangeSettings;
};

/** Figures of the whole profile, and the functions that changed most. The height of both is reserved, so that nothing moves when a part arrives. */
export function SummaryLine({ states, onChange, ...options }: SummaryLineProps) {
  const summary = useSummary(options);
  const { parts, baseline, isEarlier, areChangesEarlier } = summary;
  const { request, settings, span } = options;
  const { group } = request;
  const isZoomed = settings.focus !== '';
  const base = `${formatSamples(summary.samples)} in ${states.join(', ').slice(0, 120)}`;
  const compareWith = (earlier: SummaryBaseline | undefined): LinkedChange => ({
    view: 'compare',
    ...earlier?.settings,
    baselineGroup: '',
    focus: '',
    ...(settings.latest && { ...absoluteRange(span), latest: null, asof: null }),
  });
  // Samples of deeper frames are nobody's self, so neither can lead.
  const depth = settings.maxDepth === null ? '' : ` down to depth ${settings.maxDepth}`;
  const firstChanged = parts?.find(({ change }) => change);
  const link = { group, onChange };
  return (
    <section
      className={isEarlier ? `${classes.summary} ${classes.earlier}` : classes.summary}
      aria-label="Summary of the profile"
      aria-busy={isEarlier || undefined}
    >
      <FixedRows className={classes.profile} isBusy={parts === undefined && !summary.isFailed}>
        {parts?.length !== 0 && (
          <span
            data-wraps
            className={classes.lead}
            title={parts && `Self samples of a function, as shares of all ${base}, of the whole profile`}
          >
            {summaryLead(states)}
            {isZoomed && ' in the whole profile'}
            {depth}:
          </span>
        )}
        {summary.isFailed && <RetryNote text="The functions can’t be loaded." onRetry={summary.retry} />}
        {!parts && !summary.isFailed && <span className={classes.muted}>Loading …</span>}
        {parts?.map((part) => (
          <SummaryPartView
            key={part.name}
            {...{ ...link, part, base, baseline, compare: compareWith(baseline) }}
            isFirstChange={part === firstChanged}
            isChangeEarlier={areChangesEarlier && !isEarlier}
          />
        ))}
      </FixedRows>
      <ChangedMost
        {...{ group, states, span, onChange, depth, compareWith }}
        change={summary.change}
        isEarlier={summary.isChangeEarlier && !isEarlier}
        isWaiting={!summary.isFailed}
        onRetry={summary.retryChange}
      />
    </section>
  );
}
