'use client';

import { Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { estimatedSeconds, samplesByState } from '@/lib/profile/graph/estimated-seconds';
import { functionPath, nodeAtFunctionPath } from '@/lib/profile/tree/function-path';
import type { ProfileView } from '@/lib/profile/view/view';
import { profileOptions } from '@/lib/queries/profile';
import { useFrameMenus } from '../actions/use-frame-menus';
import { FinerBlock } from '../block/finer-block';
import { useDrawn } from '../graph/drawn-graphs';
import { FlameGraph } from '../graph/flame-graph';
import type { ListedBlock } from '../graph/flame-graph-props';
import { FrameMenuButton } from '../graph/frame-menu-button';
import { higherRows, rowSteps } from '../graph/graph-rows';
import type { Picture, Point } from '../graph/picture';
import { FlameTooltip } from '../graph/tooltip/flame-tooltip';
import { Legend } from '../legend/legend';
import { legendItems, selfBase } from '../legend/legend-items';
import { LitFrames } from '../legend/lit-frames';
import { useMatchCounts } from '../legend/use-match-counts';
import { viewChoice } from '../request/profile-request';
import type { LoadedProfile } from '../request/use-profile';
import { sampleColumns } from '../tree/sample-columns';
import { TreeToggle } from '../tree/tree-toggle';
import { inspectDrawn } from './inspect-drawn';
import classes from './inspect-graph.module.css';
import { InspectedFigures } from './inspected-figures';
import type { ProfileGraphProps } from './profile-graph';
import { useInspectFills } from './use-inspect-fills';
import { FUNCTION, hasOthers, useInspectPictures } from './use-inspect-pictures';
import { useStepThrough } from './use-step-through';

type InspectGraphProps = ProfileGraphProps & {
  inspection: NonNullable<LoadedProfile['inspection']>;
  onInspect(name: string): void;
};

/** One function in the middle: its callers above it, its callees below it, both at the same scale. */
export function InspectGraph(props: InspectGraphProps) {
  const { request, inspection, profile, picture, settings, onChange, stepRef, onInspect } = props;
  const frameMenus = useFrameMenus({ group: request.group, settings, onChange });
  const { states, sampleWeights } = profile;
  const { whole, cost } = picture;
  const { callers, callees } = useInspectPictures(inspection, picture, settings);
  const { calleeFill, callerFill, groups } = useInspectFills({ callers, callees }, profile, settings);
  const seconds = estimatedSeconds(samplesByState(callees.tree, states, 0, 'total'), sampleWeights);
  const hasCallers = hasOthers(callers);
  const legend = legendItems(groups, picture.matched !== undefined);
  const legendBase = picture.matched ? undefined : selfBase('inspected function');
  const callersText = hasCallers ? 'Callers, upwards' : 'Nothing called it: it starts its stacks.';
  const calleesText = hasOthers(callees) ? 'Callees, downwards' : 'It called nothing that has samples.';
  const { width } = props;
  useDrawn(
    props.drawnRef,
    inspectDrawn({
      inspection,
      whole,
      callers: hasCallers ? { picture: callers, fillOf: callerFill, caption: callersText } : undefined,
      callees: {
        picture: callees,
        fillOf: calleeFill,
        caption: hasCallers ? calleesText : `${callersText} ${calleesText}`,
      },
      legend,
      legendBase,
      graphPx: width,
    }),
  );

  const [onCalleeMatches, onCallerMatches] = useMatchCounts(props.onMatches);
  const [calleeStepRef, callerStepRef] = useStepThrough(stepRef, settings.search);

  const nameIn = ({ tree }: Picture, node: number) => tree.names[tree.name[node] ?? 0] ?? '';
  const onFocusIn = (graph: Picture) => (node: number) => {
    if (node > FUNCTION) onInspect(nameIn(graph, node));
  };
  const menusOf = (graph: Picture, isInverted: boolean) =>
    frameMenus(graph.tree, isInverted, (node) => onInspect(nameIn(graph, node)));
  const treeOf = (graph: Picture) => ({
    picture: graph,
    columns: sampleColumns(graph),
    onFocus: onFocusIn(graph),
  });
  // The callers stand above the function only if both graphs have the same width.
  const roomRows = useMemo(() => higherRows(rowSteps(callers), rowSteps(callees)), [callers, callees]);
  const finerOptions = (focus: string, isInverted: boolean) =>
    profileOptions({
      ...request,
      ...viewChoice(settings, width),
      focus,
      ...(isInverted && { side: 'callers' as const }),
    });
  const graphOf = (graph: Picture, isInverted: boolean) => ({
    picture: graph,
    width,
    isHalf: true,
    roomRows,
    blockOf: (listed: ListedBlock, at: Point, onClose: () => void) => (
      <FinerBlock
        {...{ listed, at, onInspect, onClose }}
        picture={graph}
        isPlaceholder={props.state.isPlaceholder}
        finer={finerOptions(functionPath(graph.tree, listed.around), isInverted)}
        nodeIn={(finer) => nodeAtFunctionPath(finer, functionPath(graph.tree, listed.around))}
        treeIn={(answer: ProfileView) => (isInverted ? answer.inspection?.callers : answer.tree)}
        onWiden={() => onInspect(nameIn(graph, listed.around))}
      />
    ),
    onFocus: onFocusIn(graph),
    tooltipOf: (node: number) => <FlameTooltip picture={graph} {...{ node, sampleWeights }} />,
    ...menusOf(graph, isInverted),
  });
  return (
    <div className={classes.inspect}>
      <LitFrames items={legend}>
        <Group gap={4} my="xs" wrap="nowrap" align="flex-start">
          <InspectedFigures {...{ inspection, whole, seconds, cost }} />
          <FrameMenuButton menuAt={(at, onClose) => menusOf(callees, false).menuOf(FUNCTION, at, onClose)} />
        </Group>
        {hasCallers ? (
          <>
            <TreeToggle {...treeOf(callers)} label="Callers">
              {callersText}
            </TreeToggle>
            <FlameGraph
              {...graphOf(callers, true)}
              fillOf={callerFill}
              stepRef={callerStepRef}
              onMatches={onCallerMatches}
              rootOnTop={false}
              withoutRoot
              label="Callers, from the function upwards"
            />
          </>
        ) : (
          <Text size="xs" c="dimmed" mb={4}>
            {callersText}
          </Text>
        )}
        <FlameGraph
          {...graphOf(callees, false)}
          fillOf={calleeFill}
          stepRef={calleeStepRef}
          onMatches={onCalleeMatches}
          rootOnTop
          label="The function and its callees, downwards"
        />
        <TreeToggle {...treeOf(callees)} label="Callees">
          {calleesText}
        </TreeToggle>
        <Legend items={legend} base={legendBase} onFilter={(filter) => void onChange(filter)} />
      </LitFrames>
    </div>
  );
}
