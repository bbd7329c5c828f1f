import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './canary.module.css';

type FigureProps = {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  /** The value is words rather than a number. */
  words?: boolean;
};

/** One number that matters, what it is, and what it is said over. */
export function Figure({ label, value, note, words }: FigureProps) {
  return (
    <Paper withBorder className={classes.figure}>
      <dt className={classes.figureLabel}>{label}</dt>
      <dd className={classes.figureValue} data-words={words}>
        {value}
      </dd>
      <dd className={classes.figureNote}>{note ?? ' '}</dd>
    </Paper>
  );
}
