import type { ReactNode } from 'react';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import classes from './cost-progress.module.css';

type WaitingPanelProps = {
  /** What the panel waits for. */
  children: ReactNode;
  /** Of the content, pixels. */
  height: number;
  /** For screen readers: `Forecast: waiting for AWS`. */
  label: string;
};

/** In the place of costs that are on their way. */
export const WaitingPanel = ({ children, height, label }: WaitingPanelProps) => (
  <>
    <div className={classes.line}>{children}</div>
    <PanelSkeleton height={height} label={label} />
  </>
);

/** What a panel waits for that is computed from the page's own costs. */
export const MAIN_COSTS_TEXT = 'Waits for the costs above.';
