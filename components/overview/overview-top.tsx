import type { ReactNode } from 'react';
import classes from './overview-top.module.css';

type OverviewTopProps = { controls: ReactNode; children?: ReactNode };

/** The first line of the overview: what is wrong, and beside it what can be chosen. */
export const OverviewTop = ({ controls, children }: OverviewTopProps) => (
  <div className={classes.top}>
    <div className={classes.sentence}>{children}</div>
    <div className={classes.controls}>{controls}</div>
  </div>
);
