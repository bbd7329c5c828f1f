'use client';

import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { parseObjective } from '@/lib/canary/health/objective';
import { runsTitle } from '@/lib/canary/labels';
import { TIMELINE_HEIGHT } from '@/lib/canary/plot/plot-size';
import type { RunType } from '@/lib/canary/run';
import classes from './canary-details.module.css';
import { CanaryFigures } from './canary-figures';
import { CanaryHeader } from './canary-header';

type CanarySkeletonProps = { name: string; runType: RunType; objective: string | null };

/** The page of a canary before its data arrives. */
export const CanarySkeleton = ({ name, runType, objective }: CanarySkeletonProps) => (
  <div className={classes.main}>
    <CanaryHeader name={name} canary={undefined} />
    <CanaryFigures
      {...{ canary: undefined, figures: undefined, states: undefined, runType }}
      objective={objective === null ? undefined : parseObjective(objective)}
      missed={0}
      windowCount={0}
      isWhole
      failed={false}
    />
    <Panel title={runsTitle(runType)} isFallback>
      <PanelSkeleton height={TIMELINE_HEIGHT} label="Loading runs" />
    </Panel>
  </div>
);
