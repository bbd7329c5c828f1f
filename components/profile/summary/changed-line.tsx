'use client';

import type { ComparedView } from '@/lib/profile/view/view';
import { formatChange, formatSide } from '../compare/format-change';
import type { ChangeSettings } from '../settings/profile-settings';
import { changedParts } from './changed-parts';
import { formatPoints } from './format-points';
import { FunctionLink } from './function-link';
import classes from './summary-line.module.css';

type ChangedLineProps = { group: string; view: ComparedView; onChange: ChangeSettings };

/** The functions that changed most between two profiles, in one line. */
export function ChangedLine({ group, view, onChange }: ChangedLineProps) {
  const { unit, focus } = view;
  const parts = changedParts(view);
  const base = unit === 'share' ? 'as a share of each side’s samples' : 'in samples';
  return (
    <section className={classes.line} aria-label="Summary of the comparison">
      <span className={classes.lead} title={`Self of a function ${base}, beyond the sampling error`}>
        {parts.length === 0 ? 'No function changed beyond the sampling error' : 'Changed most'}
        {focus !== '' && ' in the whole profiles'}
        {parts.length === 0 ? '.' : ':'}
      </span>
      {parts.map(({ name, baseline, comparison }) => {
        const change = comparison.self - baseline.self;
        return (
          <span key={name} className={classes.part}>
            <FunctionLink
              {...{ group, onChange, name }}
              title={`Inspect ${name.slice(0, 300)}: self ${formatSide(baseline.self, unit)} in the baseline, ${formatSide(comparison.self, unit)} in the comparison`}
            />
            <b>{unit === 'share' ? formatPoints(change) : `${formatChange(change, unit)} samples`}</b>
          </span>
        );
      })}
    </section>
  );
}
