import type { ReactNode } from 'react';
import { OutcomeMarks } from './outcome-marks';
import mark from './state-mark.module.css';
import classes from './strip-legend.module.css';

/** Fills of strips that aren't outcomes of runs. */
const FILLS = {
  missing: 'Due, but no run',
  rest: 'Other runs in the same bar',
  none: 'Nothing due',
  unknown: 'Not read, or no longer kept',
  unread: 'Not read yet',
} as const;

type StripLegendProps = { fills: readonly (keyof typeof FILLS)[]; children?: ReactNode };

/** What the bars of a strip mean. */
export const StripLegend = ({ fills, children }: StripLegendProps) => (
  <div className={classes.legend}>
    <OutcomeMarks />
    {fills.map((fill) => (
      <span key={fill} className={mark.state}>
        <span aria-hidden className={classes.fill} data-fill={fill} />
        {FILLS[fill]}
      </span>
    ))}
    {children}
  </div>
);
