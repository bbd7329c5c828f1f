'use client';

import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { focusRegionThen } from '@/components/panel/focus-region';
import { sortStates } from '@/lib/profile/tree/states';
import { inspectedChange } from '../actions/frame-actions';
import { GRAPH_PX } from '../graph/graph-size';
import { FunctionChoice } from '../settings/function-choice';
import { InspectGraph } from './inspect-graph';
import classes from './inspect-graph.module.css';
import type { ProfileGraphProps } from './profile-graph';

type InspectViewProps = ProfileGraphProps & {
  /** A function's share over time. */
  trendOf(name: string): ReactNode;
};

/** One function with its callers, its callees and its trend; or why there is none to show. */
export function InspectView({ trendOf, ...graph }: InspectViewProps) {
  const { state, profile, settings, onChange } = graph;
  const { inspection } = profile;
  const states = sortStates(profile.states);
  return (
    <>
      <FunctionChoice
        functions={state.functions?.functions ?? []}
        inspected={inspection}
        onInspect={(inspected) => void onChange({ inspected })}
      />
      {inspection && inspection.total > 0 && (
        <InspectGraph
          {...graph}
          inspection={inspection}
          onInspect={(name) => void onChange(inspectedChange(name))}
        />
      )}
      {inspection && <div className={classes.trend}>{trendOf(inspection.name)}</div>}
      {inspection?.total === 0 && (
        <EmptyNotice
          why={`This function has no samples in ${states.join(', ').slice(0, 200)}.`}
          height={GRAPH_PX}
        >
          <Button size="xs" variant="light" onClick={focusRegionThen(() => void onChange({ data: 'all' }))}>
            Show all thread states
          </Button>
        </EmptyNotice>
      )}
      {!inspection && (
        <EmptyNotice
          why={
            settings.inspected === ''
              ? 'Choose a function to see its callers and callees.'
              : 'The function in this link is not in this profile. Choose another.'
          }
          height={GRAPH_PX}
        >
          <Text size="xs" c="dimmed">
            Or click a name in the table of functions.
          </Text>
        </EmptyNotice>
      )}
    </>
  );
}
