'use client';

import { Stack, VisuallyHidden } from '@mantine/core';
import { LaneAxis } from '@/components/lane/lane-axis';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { Warnings } from '@/components/panel/warnings';
import { CanaryLane } from './canary-lane';
import { FarmLane } from './farm-lane';
import { Hatch } from './hatch';
import { ProfileLane } from './profile-lane';
import { useViews } from './use-views';
import { ViewChoice } from './view-choice';

const LANES_PX = 480;

/** Three lanes on one time axis with one crosshair, or those of a view. Each lane loads and fails on its own. */
export function Overview() {
  const { view, isLoading, warnings } = useViews();
  return (
    <>
      <VisuallyHidden>
        <h1>Overview</h1>
      </VisuallyHidden>
      <Hatch />
      <Stack gap="md">
        <ViewChoice />
        <Warnings warnings={warnings} />
        {isLoading ? (
          <PanelSkeleton height={LANES_PX} label="Loading the view" />
        ) : (
          <>
            {(!view || view.canaries) && <CanaryLane patterns={view?.canaries} />}
            {(!view || view.farm) && <FarmLane viewFarm={view?.farm} />}
            {(!view || view.profilingGroups) && (
              <ProfileLane patterns={view?.profilingGroups} frame={view?.frame} />
            )}
          </>
        )}
        <LaneAxis />
      </Stack>
    </>
  );
}
