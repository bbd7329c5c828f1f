'use client';

import { Group, Text } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { counted } from '@/lib/answer/counted';
import { estimatedSeconds, samplesByState } from '@/lib/profile/graph/estimated-seconds';
import { frameFills } from '@/lib/profile/graph/frame-fills';
import { legendGroups } from '@/lib/profile/graph/legend';
import { useFrameMenus } from '../actions/use-frame-menus';
import { blockContent } from '../block/block-functions';
import { BlockList } from '../block/block-list';
import { formatAbout, formatCount, formatSamples, formatShare } from '../frame-text/format-samples';
import { frameDescription } from '../frame-text/frame-facts';
import { drawnFills } from '../graph/drawing/drawn-fills';
import { isTallGraph } from '../graph/drawing/use-graph-layout';
import { useDrawn } from '../graph/drawn-graphs';
import { FlameGraph } from '../graph/flame-graph';
import type { ListedBlock } from '../graph/flame-graph-props';
import { FrameMenuButton } from '../graph/frame-menu-button';
import type { Picture, Point } from '../graph/picture';
import { stepThrough } from '../graph/pointer/step-through';
import type { StepToMatch } from '../graph/pointer/use-current-frame';
import { FlameTooltip } from '../graph/tooltip/flame-tooltip';
import { useViewHeight } from '../graph/use-view-height';
import { Legend } from '../legend/legend';
import { legendItems, selfBase } from '../legend/legend-items';
import { LitFrames } from '../legend/lit-frames';
import { useMatchCounts } from '../legend/use-match-counts';
import type { LoadedProfile } from '../request/use-profile';
import { sampleColumns } from '../tree/sample-columns';
import { TreeToggle } from '../tree/tree-toggle';
import classes from './inspect-graph.module.css';
import type { ProfileGraphProps } from './profile-graph';
import { FUNCTION, hasOthers, useInspectPictures } from './use-inspect-pictures';

type InspectGraphProps = ProfileGraphProps & {
  inspection: NonNullable<LoadedProfile['inspection']>;
  onInspect(name: string): void;
};

/** One function in the middle: its callers above it, its callees below it, both at the same scale. */
export function InspectGraph(props: InspectGraphProps) {
  const { request, inspection, profile, picture, settings, onChange, stepRef, onInspect } = props;
  const frameMenus = useFrameMenus({ group: request.group, settings, onChange });
  const { states, sampleWeights } = profile;
  const { whole } = picture;
  const { callers, callees } = useInspectPictures(inspection, picture, settings);
  const { colours, mine } = settings;
  const { slots } = profile;
  const [calleeFill, callerFill, groups] = useMemo(() => {
    const colouring = { colours, mine, states, slots };
    const fills = [frameFills(callees.tree, colouring), frameFills(callers.tree, colouring)] as const;
    const drawn = drawnFills([callees, callers], (index, node) => fills[index]?.(node) ?? '');
    return [...fills, legendGroups(profile.self, { ...colouring, drawn })];
  }, [callees, callers, colours, mine, states, slots, profile]);
  const { self, total, places } = inspection;
  const seconds = estimatedSeconds(samplesByState(callees.tree, states, 0, 'total'), sampleWeights);
  const hasCallers = hasOthers(callers);
  const legend = legendItems(groups, picture.matched !== undefined);
  const legendBase = picture.matched ? undefined : selfBase('inspected function');
  const callersText = hasCallers ? 'Callers, upwards' : 'Nothing called it: it starts its stacks.';
  const calleesText = hasOthers(callees) ? 'Callees, downwards' : 'It called nothing that has samples.';
  const { width } = props;
  const drawn = (graph: Picture) => ({
    picture: graph,
    tooltipLines: (node: number) => frameDescription(graph, node),
  });
  useDrawn(props.drawnRef, {
    lines: [
      `${inspection.name.slice(0, 200)}: ${formatShare(total / whole)} of all samples, ${formatShare(self / whole)} in the function itself`,
    ],
    graphs: [
      ...(hasCallers
        ? [
            {
              ...drawn(callers),
              rootOnTop: false,
              withoutRoot: true,
              caption: callersText,
              fillOf: callerFill,
            },
          ]
        : []),
      {
        ...drawn(callees),
        rootOnTop: true,
        caption: hasCallers ? calleesText : `${callersText} ${calleesText}`,
        fillOf: calleeFill,
      },
    ],
    legend,
    legendBase,
    graphPx: width,
  });

  const [onCalleeMatches, onCallerMatches] = useMatchCounts(props.onMatches);
  const calleeStepRef = useRef<StepToMatch>(undefined);
  const callerStepRef = useRef<StepToMatch>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search starts from the first match
  useEffect(() => {
    stepRef.current = stepThrough([
      (step) => calleeStepRef.current?.(step),
      (step) => callerStepRef.current?.(step),
    ]);
    return () => {
      stepRef.current = undefined;
    };
  }, [stepRef, settings.search]);

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
  const viewHeight = useViewHeight(true);
  // The callers stand above the function only if both graphs have the same width.
  const keepsMinimapRoom =
    viewHeight > 0 && [callers, callees].some((graph) => isTallGraph(graph, width, viewHeight));
  const graphOf = (graph: Picture, isInverted: boolean) => ({
    picture: graph,
    width,
    isHalf: true,
    keepsMinimapRoom,
    blockOf: (listed: ListedBlock, at: Point, onClose: () => void) => (
      <BlockList
        {...{ listed, at, onInspect, onClose }}
        picture={graph}
        content={blockContent({ tree: graph.tree, around: listed.around }, graph.states, listed)}
        load="loaded"
        {...(listed.around > FUNCTION && { onWiden: () => onInspect(nameIn(graph, listed.around)) })}
      />
    ),
    onFocus: onFocusIn(graph),
    tooltipOf: (node: number) => <FlameTooltip picture={graph} {...{ node, sampleWeights }} />,
    ...menusOf(graph, isInverted),
  });
  return (
    <div className={classes.inspect}>
      <LitFrames items={legend}>
        <Group gap={4} my="xs">
          <Text size="sm">
            <b>{formatShare(total / whole)}</b> of all samples, <b>{formatShare(self / whole)}</b> in the
            function itself{' '}
            <Text span size="xs" c="dimmed">
              {formatSamples(total)}, self {formatCount(self)}
              {seconds !== undefined && `, ${formatAbout(seconds)}`}, in {counted(places, 'place')}
            </Text>
          </Text>
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
