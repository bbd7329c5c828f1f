'use client';

import { Stack, VisuallyHidden } from '@mantine/core';
import { LaneAxis } from '@/components/lane/lane-axis';
import { CanaryLane } from './canary-lane';
import { FarmLane } from './farm-lane';
import { Hatch } from './hatch';
import { ProfileLane } from './profile-lane';

/** Three lanes on one time axis with one crosshair. Each lane loads and fails on its own. */
export function Overview() {
  return (
    <>
      <VisuallyHidden>
        <h1>Overview</h1>
      </VisuallyHidden>
      <Hatch />
      <Stack gap="md">
        <CanaryLane />
        <FarmLane />
        <ProfileLane />
        <LaneAxis />
      </Stack>
    </>
  );
}
