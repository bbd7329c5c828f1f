'use client';

import { Stack, VisuallyHidden } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { LaneAxis } from '@/components/lane/lane-axis';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { SeparateTask } from '@/components/panel/separate-task';
import { Warnings } from '@/components/panel/warnings';
import { NotedTimes } from '@/components/range/plot/noted-times';
import { useRange } from '@/components/range/use-range';
import { CanaryLane } from './canary-lane';
import { FarmLane } from './farm-lane';
import { Hatch } from './hatch';
import { lanesOf } from './lane-requests';
import { AddNote } from './notes/add-note';
import type { Draft } from './notes/note-form';
import { NoteMarks } from './notes/note-marks';
import { notedTimes, useNotes } from './notes/use-notes';
import { OverviewTop } from './overview-top';
import { ProfileLane } from './profile-lane';
import { useViews } from './use-views';
import { ViewChoice } from './view-choice';

const NoteForm = dynamic(() => import('./notes/note-form').then((module) => module.NoteForm), { ssr: false });

const LANES_PX = 480;

/** Three lanes on one time axis with one crosshair, or those of a view. Each lane loads and fails on its own. */
export function Overview() {
  const { view, isLoading, warnings } = useViews();
  const { notes, ...noteState } = useNotes();
  const { span } = useRange();
  const lines = useMemo(() => notedTimes(notes, span), [notes, span]);
  const [draft, setDraft] = useState<Draft>();
  const controls = (
    <>
      <ViewChoice />
      <AddNote onAdd={setDraft} />
    </>
  );
  const lanes = lanesOf(view);
  return (
    <>
      <VisuallyHidden>
        <h1>Overview</h1>
      </VisuallyHidden>
      <Hatch />
      <Stack gap="md">
        <NotedTimes value={lines}>
          <Warnings warnings={[...warnings, ...noteState.warnings]} />
          {(isLoading || !lanes.canaries) && <OverviewTop controls={controls} />}
          {isLoading ? (
            <PanelSkeleton height={LANES_PX} label="Loading the view" />
          ) : (
            <>
              {lanes.canaries && (
                <SeparateTask>
                  <CanaryLane patterns={view?.canaries} controls={controls} />
                </SeparateTask>
              )}
              {lanes.farm && (
                <SeparateTask>
                  <FarmLane viewFarm={view?.farm} />
                </SeparateTask>
              )}
              {lanes.profiles && (
                <SeparateTask>
                  <ProfileLane patterns={view?.profilingGroups} frame={view?.frame} />
                </SeparateTask>
              )}
            </>
          )}
          {noteState.error && <ProblemNotice error={noteState.error} onRetry={noteState.retry} />}
        </NotedTimes>
        <LaneAxis marks={<NoteMarks notes={notes} onEdit={setDraft} />} />
      </Stack>
      {draft && <NoteForm draft={draft} onClose={() => setDraft(undefined)} />}
    </>
  );
}
