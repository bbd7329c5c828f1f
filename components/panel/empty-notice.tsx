import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

type EmptyNoticeProps = {
  /** One or two sentences: why there is nothing to see. */
  why: string;
  /** Height in pixels of what would stand here, so that nothing jumps. */
  height?: number;
  /** The next step, such as a button. */
  children?: ReactNode;
};

/** Why there is nothing to see, and a next step. */
export function EmptyNotice({ why, height, children }: EmptyNoticeProps) {
  return (
    <div className={classes.notice} style={{ minHeight: height }}>
      <Text size="sm" c="dimmed" maw={480}>
        {why}
      </Text>
      {children}
    </div>
  );
}
