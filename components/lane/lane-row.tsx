'use client';

import type { ReactNode } from 'react';
import { PlotArea } from '@/components/range/plot/plot-area';
import type { PlotActions } from '@/components/range/plot/use-plot-pointer';
import lane from './lane.module.css';
import classes from './lane-row.module.css';

/** The list of a lane's rows. */
export function LaneRows({ children }: { children: ReactNode }) {
  return <ul className={classes.rows}>{children}</ul>;
}

type LaneRowProps = Pick<PlotActions, 'onClick'> & {
  name: ReactNode;
  note: ReactNode;
  /** The value of the row at an instant. */
  valueAt?: ((at: number) => string | undefined) | undefined;
  children: ReactNode;
};

/** A row of a lane: its name, its strip on the time axis, and a note. */
export function LaneRow({ name, note, valueAt, children, ...actions }: LaneRowProps) {
  return (
    <li className={`${lane.columns} ${classes.row}`}>
      <div className={classes.name}>{name}</div>
      <PlotArea valueAt={valueAt} texts="value" {...actions}>
        {children}
      </PlotArea>
      <div className={classes.note}>{note}</div>
    </li>
  );
}
