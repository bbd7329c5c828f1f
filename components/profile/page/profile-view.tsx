'use client';

import { Text } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import type { TopFunction } from '@/lib/profile/transform/top-functions';
import type { View } from '@/lib/profile/view/choice';
import { actOnKey, frameActions, inspectedChange } from '../actions/frame-actions';
import { FrameMenu } from '../actions/frame-menu';
import type { DrawnRef } from '../graph/drawn-graphs';
import { GRAPH_PX } from '../graph/graph-size';
import type { Picture, Point } from '../graph/picture';
import type { StepToMatch } from '../graph/use-current-frame';
import type { ScreenProfile } from '../request/use-profile';
import type { ShownProfile } from '../request/use-profile-picture';
import { FunctionChoice } from '../settings/function-choice';
import type { ChangeSettings, ProfileSettings } from '../settings/profile-settings';
import { useSourceTemplate } from '../settings/use-source-template';
import { InspectGraph } from './inspect-graph';
import classes from './inspect-graph.module.css';
import { NoSamples } from './no-samples';
import { ProfileGraph } from './profile-graph';

type ProfilePictureProps = {
  group: string;
  profile: ScreenProfile;
  /** The graph that the profile is of. */
  view: View;
  shown: ShownProfile;
  settings: ProfileSettings;
  onChange: ChangeSettings;
  functions: readonly TopFunction[];
  /** Pixels; 0 until it is known. */
  width: number;
  stepRef: RefObject<StepToMatch | undefined>;
  /** Is given what is drawn. */
  drawnRef: DrawnRef;
  onFocus(node: number): void;
  onRest(node: number): void;
  /** A function's share over time. */
  trendOf(name: string): ReactNode;
};

/** The graph of a view, with what can be done with its frames; or why there is nothing to draw. */
export function ProfilePicture(props: ProfilePictureProps) {
  const {
    group,
    profile,
    view,
    shown,
    settings,
    onChange,
    functions,
    width,
    stepRef,
    drawnRef,
    onFocus,
    onRest,
    trendOf,
  } = props;
  const [template] = useSourceTemplate(group);
  if (shown.whole === 0 && view !== 'inspect') {
    return (
      <NoSamples occurring={profile.occurring} onData={(data) => void onChange({ data })} height={GRAPH_PX} />
    );
  }

  const menuOf = ({ tree }: Picture, isInverted: boolean) => {
    const nameOf = (node: number) => tree.names[tree.name[node] ?? 0] ?? '';
    const zoom =
      view === 'inspect' ? (node: number) => void onChange(inspectedChange(nameOf(node))) : onFocus;
    const actions = frameActions({ tree, isInverted, settings, onChange, zoom, template });
    return {
      menuOf: (node: number, at: Point, onClose: () => void) => (
        <FrameMenu name={nameOf(node)} {...{ node, at, actions, onClose }} />
      ),
      onKey: (key: string, node: number) => actOnKey(key, node, nameOf(node), actions),
    };
  };
  if (view !== 'inspect') {
    return (
      <ProfileGraph
        {...{ profile, shown, settings, width, stepRef, drawnRef, menuOf, onFocus, onRest }}
        isInverted={view === 'hotspots'}
      />
    );
  }

  const { inspection } = profile;
  return (
    <>
      <FunctionChoice
        functions={functions}
        inspected={inspection}
        onInspect={(inspected) => void onChange({ inspected })}
      />
      {inspection && inspection.total > 0 && (
        <InspectGraph
          {...{ inspection, profile, shown, settings, width, stepRef, drawnRef, menuOf }}
          onInspect={(name) => void onChange(inspectedChange(name))}
        />
      )}
      {inspection && <div className={classes.trend}>{trendOf(inspection.name)}</div>}
      {inspection?.total === 0 && (
        <EmptyNotice why="This function has no samples in the thread states chosen." height={GRAPH_PX} />
      )}
      {!inspection && (
        <EmptyNotice
          why={
            settings.inspected === ''
              ? 'Choose a function to see who calls it and what it calls.'
              : 'The function of this link is not in this profile. Choose another.'
          }
          height={GRAPH_PX}
        >
          <Text size="xs" c="dimmed">
            A click on a name in the table of functions does the same.
          </Text>
        </EmptyNotice>
      )}
    </>
  );
}
