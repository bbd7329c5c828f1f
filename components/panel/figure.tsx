import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './figure.module.css';

type FigureProps = {
  label: string;
  value: ReactNode;
  /** What the value is said over. An empty one keeps the place of one that is awaited. */
  note?: ReactNode;
  /** The value is words rather than a number. */
  words?: boolean;
  /** More on hover. */
  title?: string;
};

/** One number that matters, what it is, and what it is said over. Stands in a `dl`. */
export function Figure({ label, value, note, words, title }: FigureProps) {
  return (
    <Paper withBorder className={classes.figure} title={title}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value} data-words={words}>
        {value}
      </dd>
      {note !== undefined && <dd className={classes.note}>{note}</dd>}
    </Paper>
  );
}
