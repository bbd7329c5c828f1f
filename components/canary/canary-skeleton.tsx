'use client';

import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { TIMELINE_HEIGHT } from '@/lib/canary/plot/plot-size';
import classes from './canary-details.module.css';
import { CanaryFigures } from './canary-figures';
import { CanaryHeader } from './canary-header';

/** The page of a canary before its data arrives. */
export const CanarySkeleton = ({ name, isDry }: { name: string; isDry: boolean }) => (
  <div className={classes.main}>
    <CanaryHeader name={name} canary={undefined} />
    <CanaryFigures
      {...{ canary: undefined, figures: undefined, states: undefined, objective: undefined }}
      runType={isDry ? 'DRY_RUN' : 'CANARY_RUN'}
      missed={0}
      windowCount={0}
      isWhole
      failed={false}
    />
    <Panel title={isDry ? 'Dry runs' : 'Runs'} isFallback>
      <PanelSkeleton height={TIMELINE_HEIGHT} label="Loading runs" />
    </Panel>
  </div>
);
