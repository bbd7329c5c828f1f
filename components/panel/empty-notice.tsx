import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './panel.module.css';

type EmptyNoticeProps = {
  /** One or two sentences: why the panel is empty. */
  why: ReactNode;
  /** Height of the missing content in pixels, so that the layout does not shift. */
  height?: number;
  /** The next step, such as a button. */
  children?: ReactNode;
};

/** Why a panel is empty, and a next step. */
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
