import { Tooltip } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './hint.module.css';

type HintProps = {
  /** Nothing is shown without one. */
  text: string | undefined;
  children: ReactElement;
};

/** Explains the element under the pointer, at the keyboard or under a finger. */
export const Hint = ({ text, children }: HintProps) => (
  <Tooltip
    label={text}
    disabled={text === undefined}
    events={{ hover: true, focus: true, touch: true }}
    multiline
    w={260}
    withinPortal
    transitionProps={{ duration: 0 }}
  >
    {children}
  </Tooltip>
);

/** A word with its meaning on hover. */
export const HintedText = ({ text, children }: { text: string; children: ReactNode }) => (
  <Hint text={text}>
    <span className={classes.term} aria-description={text}>
      {children}
    </span>
  </Hint>
);
