'use client';

import { frameText } from '@/lib/profile/tree/frame-text';
import { formatChange, formatSide } from '../compare/format-change';
import { formatShare } from '../frame-text/format-samples';
import type { ChangeSettings } from '../settings/profile-settings';
import { CHANGED_TITLE } from './changed-most';
import { changedParts } from './changed-parts';
import { FixedRows } from './fixed-rows';
import { formatPoints } from './format-points';
import { FunctionLink } from './function-link';
import { RetryNote } from './retry-note';
import classes from './summary-line.module.css';
import { type ComparedChangeOptions, useComparedChange } from './use-compared-change';

type ChangedLineProps = ComparedChangeOptions & { group: string; onChange: ChangeSettings };

/** The function that changed most between two profiles, by total, then those whose self changed most. */
export function ChangedLine({ group, onChange, ...options }: ChangedLineProps) {
  const { value, isEarlier, isFailed, retry } = useComparedChange(options);
  const { unit, focus } = options.view;
  const changed = value?.changed;
  const parts = changedParts(options.view);
  const where = focus === '' ? '' : ' in the whole profiles';
  const depth = options.settings.maxDepth === null ? '' : ` down to depth ${options.settings.maxDepth}`;
  const base = unit === 'share' ? 'as a share of each side’s samples' : 'in samples';
  const link = { group, onChange };
  return (
    <section className={classes.summary} aria-label="Summary of the comparison">
      <FixedRows
        className={isEarlier ? `${classes.changed} ${classes.earlier}` : classes.changed}
        isBusy={isEarlier || (!value && !isFailed)}
      >
        {value && !changed ? (
          <span data-wraps className={classes.muted}>
            No clear change of total{depth}
            {where}.
          </span>
        ) : (
          <span data-wraps className={classes.lead} title={CHANGED_TITLE}>
            Changed most{depth}
            {where}:
          </span>
        )}
        {!value && !isFailed && <span className={classes.muted}>Loading …</span>}
        {!value && isFailed && <RetryNote text="The functions can’t be read." onRetry={retry} />}
        {changed && (
          <span>
            <FunctionLink
              {...{ ...link, name: changed.name }}
              title={`Inspect ${frameText(changed.name).slice(0, 300)}: total ${formatShare(changed.before)} of the baseline, ${formatShare(changed.now)} of the comparison`}
            />
            <b>{formatPoints(changed.now - changed.before)}</b>
            <span className={classes.muted}>total</span>
          </span>
        )}
      </FixedRows>
      <FixedRows className={classes.moved}>
        <span
          data-wraps
          className={classes.lead}
          title={`Self of a function ${base}, beyond the sampling error`}
        >
          {parts.length === 0
            ? 'No self of a function changed beyond the sampling error'
            : 'Self changed most'}
          {where}
          {parts.length === 0 ? '.' : ':'}
        </span>
        {parts.map(({ name, baseline, comparison }) => {
          const change = comparison.self - baseline.self;
          return (
            <span key={name}>
              <FunctionLink
                {...{ ...link, name }}
                title={`Inspect ${frameText(name).slice(0, 300)}: self ${formatSide(baseline.self, unit)} in the baseline, ${formatSide(comparison.self, unit)} in the comparison`}
              />
              <b>{unit === 'share' ? formatPoints(change) : `${formatChange(change, unit)} samples`}</b>
            </span>
          );
        })}
      </FixedRows>
    </section>
  );
}
