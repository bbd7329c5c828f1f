'use client';

import { absoluteRange } from '@/lib/time/range';
import { formatSamples, formatShare } from '../frame-text/format-samples';
import type { ChangeSettings } from '../settings/profile-settings';
import type { LinkedChange } from '../settings/use-settings-href';
import { ChangeLink } from './change-link';
import { ChangedMost } from './changed-most';
import { FunctionLink } from './function-link';
import type { SummaryBaseline } from './summary-baseline';
import { summaryLead } from './summary-lead';
import classes from './summary-line.module.css';
import { type UseSummaryOptions, useSummary } from './use-summary';

type SummaryLineProps = UseSummaryOptions & {
  /** Selected thread states, sorted. */
  states: readonly string[];
  onChange: ChangeSettings;
};

/** What the whole profile says, and what changed most. The height of both is reserved, so that nothing moves when a part arrives. */
export function SummaryLine({ states, onChange, ...options }: SummaryLineProps) {
  const { parts, samples, baseline, change, isEarlier, isFailed, retry } = useSummary(options);
  const { request, settings, span } = options;
  const { group } = request;
  const isZoomed = settings.focus !== '';
  const base = `${formatSamples(samples)} in ${states.join(', ').slice(0, 120)}`;
  const compareWith = (earlier: SummaryBaseline | undefined): LinkedChange => ({
    view: 'compare',
    ...earlier?.settings,
    baselineGroup: '',
    focus: '',
    ...(settings.latest && { ...absoluteRange(span), latest: null, asof: null }),
  });
  const compare = compareWith(baseline);
  // What lies deeper is nobody's self, so neither can lead.
  const depth = settings.maxDepth === null ? '' : ` down to depth ${settings.maxDepth}`;
  const firstChanged = parts?.find(({ isChanged }) => isChanged);
  const link = { group, onChange };
  return (
    <section
      className={isEarlier ? classes.earlier : undefined}
      aria-label="Summary of the profile"
      aria-busy={isEarlier || undefined}
    >
      <div className={`${classes.line} ${classes.profile}`}>
        {parts?.length !== 0 && (
          <span
            className={classes.lead}
            title={parts && `Self samples of a function, as shares of all ${base}, of the whole profile`}
          >
            {summaryLead(states)}
            {isZoomed && ' in the whole profile'}
            {depth}:
          </span>
        )}
        {isFailed && (
          <span>
            The functions can’t be loaded.{' '}
            <button type="button" className={classes.link} onClick={retry}>
              Retry
            </button>
          </span>
        )}
        {parts?.map((part) => {
          const { name, kind, share, before, isChanged, recommendation } = part;
          return (
            <span key={name} className={classes.part}>
              <FunctionLink
                {...{ ...link, name }}
                label={recommendation}
                title={
                  recommendation
                    ? `${recommendation}, as AWS recommends: ${name.slice(0, 300)} and what it calls, as a share of all ${base}`
                    : `Inspect ${name.slice(0, 300)}: self, as a share of all ${base}`
                }
              />
              <b>{formatShare(share)}</b>
              {kind === 'total' && <span className={classes.muted}>total</span>}
              {isChanged && before !== undefined && baseline && (
                <ChangeLink
                  {...{ ...link, compare, change: share - before }}
                  words={part === firstChanged ? `on ${baseline.words}` : ''}
                  title={`${formatShare(before)} ${baseline.words}, now ${formatShare(share)}. Compare the profiles`}
                />
              )}
            </span>
          );
        })}
      </div>
      <ChangedMost
        {...{ group, states, span, onChange, depth, compareWith }}
        change={isEarlier ? undefined : change}
      />
    </section>
  );
}
