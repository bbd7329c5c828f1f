import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './canary.module.css';

type FigureProps = { label: string; value: ReactNode; note?: ReactNode };

/** One number that matters, what it is, and what it is said over. */
export function Figure({ label, value, note }: FigureProps) {
  return (
    <Paper withBorder className={classes.figure}>
      <dt className={classes.figureLabel}>{label}</dt>
      <dd className={classes.figureValue}>{value}</dd>
      <dd className={classes.figureNote}>{note ?? ' '}</dd>
    </Paper>
  );
}
