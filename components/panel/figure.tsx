import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './figure.module.css';

type FigureProps = {
  label: string;
  value: ReactNode;
  /** The basis of the value. An empty one reserves space while loading. */
  note?: ReactNode;
  /** Whether the value is text rather than a number. */
  words?: boolean;
  /** Tooltip. */
  title?: string;
};

/** A key figure with its label and basis. Belongs in a `dl`. */
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
