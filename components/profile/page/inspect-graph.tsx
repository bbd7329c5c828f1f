'use client';

import { Group, Text } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { aboutSeconds, countsOf } from '@/lib/profile/graph/estimated-seconds';
import { frameGroups } from '@/lib/profile/graph/frame-groups';
import { samplesOf } from '@/lib/profile/transform/screen';
import { matchedNodes } from '@/lib/profile/transform/search';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { useDrawn } from '../graph/drawn-graphs';
import { FlameTooltip } from '../graph/flame-tooltip';
import { formatAbout, formatCount, formatSamples, formatShare } from '../graph/format-samples';
import { frameWords } from '../graph/frame-facts';
import { FrameLegend } from '../graph/frame-legend';
import { FrameMenuButton } from '../graph/frame-menu-button';
import { graphWidth } from '../graph/graph-size';
import { FlameGraph } from '../graph/lazy-flame-graph';
import { legendItems } from '../graph/legend-items';
import type { Picture } from '../graph/picture';
import { sampleColumns } from '../graph/sample-columns';
import { stepThrough } from '../graph/step-through';
import { TreeTwin } from '../graph/tree-toggle';
import type { StepToMatch } from '../graph/use-current-frame';
import type { ScreenProfile } from '../request/use-profile';
import { inOrderOf } from '../request/use-profile-picture';
import classes from './inspect-graph.module.css';
import type { ProfileGraphProps } from './profile-graph';

type InspectGraphProps = Pick<
  ProfileGraphProps,
  'shown' | 'settings' | 'width' | 'stepRef' | 'drawnRef' | 'menuOf'
> & {
  inspection: NonNullable<ScreenProfile['inspection']>;
  profile: ScreenProfile;
  onInspect(name: string): void;
};

/** The function of an inspection under its root. */
const FUNCTION = 1;

/** One function in the middle, who called it above, what it called below, all of one width. */
export function InspectGraph({
  inspection,
  profile,
  shown,
  settings,
  width,
  stepRef,
  drawnRef,
  menuOf,
  onInspect,
}: InspectGraphProps) {
  const { states, sampleWeights } = profile;
  const { whole } = shown;
  const callees = useMemo((): Picture => ({ ...shown, focus: focusOf(shown.tree) }), [shown]);
  const { siblings, search } = settings;
  const callers = useMemo((): Picture => {
    const { tree, source } = inOrderOf(inspection.callers, states, siblings);
    const { callersMatched: found } = inspection;
    const told = found && Uint8Array.from(source, (node) => found[node] ?? 0);
    const matched = matchedNodes(tree, search, told);
    // The other graph shows the function itself.
    matched?.fill(0, FUNCTION, FUNCTION + 1);
    const samples = { total: samplesOf(tree, states), self: samplesOf(tree, states, 'self') };
    return { tree, samples, states, whole, focus: focusOf(tree), matched };
  }, [inspection, states, siblings, whole, search]);
  const { colours, mine } = settings;
  const below = useMemo(
    () => frameGroups(callees.tree, callees.samples, { colours, mine, states }),
    [callees, colours, mine, states],
  );
  const above = useMemo(
    () => frameGroups(callers.tree, callers.samples, { colours, mine, states }),
    [callers, colours, mine, states],
  );
  const { self, total, places } = inspection;
  const seconds = aboutSeconds(countsOf(callees.tree, states, 0, 'total'), sampleWeights);
  const called = callees.tree.name.length > FUNCTION + 1;
  const hasCallers = callers.tree.name.length > FUNCTION + 1;

  const isSearched = shown.matched !== undefined;
  const upwards = hasCallers ? 'Called by, upwards' : 'Nothing called it: it begins its stacks.';
  const downwards = called ? 'What it called, downwards' : 'It called nothing that has samples.';
  useDrawn(drawnRef, {
    lines: [
      `${inspection.name.slice(0, 200)}: ${formatShare(total / whole)} of all samples, ${formatShare(self / whole)} in the function itself`,
    ],
    graphs: [
      ...(hasCallers
        ? [
            {
              picture: callers,
              rootOnTop: false,
              withoutRoot: true,
              caption: upwards,
              fillOf: above.fillOf,
              wordsOf: (node: number) => frameWords(callers, node),
            },
          ]
        : []),
      {
        picture: callees,
        rootOnTop: true,
        caption: hasCallers ? downwards : `${upwards} ${downwards}`,
        fillOf: below.fillOf,
        wordsOf: (node: number) => frameWords(callees, node),
      },
    ],
    legend: legendItems(below.legend, isSearched),
    graphPx: graphWidth(width),
  });

  const belowRef = useRef<StepToMatch>(undefined);
  const aboveRef = useRef<StepToMatch>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins anew
  useEffect(() => {
    stepRef.current = stepThrough([(step) => belowRef.current?.(step), (step) => aboveRef.current?.(step)]);
    return () => {
      stepRef.current = undefined;
    };
  }, [stepRef, belowRef, aboveRef, search]);

  const inspectIn = (picture: Picture) => (node: number) => {
    if (node > FUNCTION) onInspect(picture.tree.names[picture.tree.name[node] ?? 0] ?? '');
  };
  const twin = (picture: Picture) => ({
    picture,
    columns: sampleColumns(picture),
    onFocus: inspectIn(picture),
  });
  const graph = (picture: Picture, isInverted: boolean) => ({
    picture,
    width: graphWidth(width),
    onFocus: inspectIn(picture),
    tooltipOf: (node: number) => <FlameTooltip {...{ picture, node, sampleWeights }} />,
    ...menuOf(picture, isInverted),
  });

  return (
    <div className={classes.inspect}>
      <Group gap={4} my="xs">
        <Text size="sm">
          <b>{formatShare(total / whole)}</b> of all samples, <b>{formatShare(self / whole)}</b> in the
          function itself{' '}
          <Text span size="xs" c="dimmed">
            {formatSamples(total)}, self {formatCount(self)}
            {seconds !== undefined && `, ${formatAbout(seconds)}`}, in {formatCount(places)}{' '}
            {places === 1 ? 'place' : 'places'}
          </Text>
        </Text>
        <FrameMenuButton menuAt={(at, onClose) => menuOf(callees, false).menuOf(FUNCTION, at, onClose)} />
      </Group>
      {hasCallers ? (
        <TreeTwin {...twin(callers)} label="Callers">
          {upwards}
        </TreeTwin>
      ) : (
        <Text size="xs" c="dimmed" mb={4}>
          {upwards}
        </Text>
      )}
      {hasCallers && (
        <FlameGraph
          {...graph(callers, true)}
          fillOf={above.fillOf}
          stepRef={aboveRef}
          rootOnTop={false}
          withoutRoot
          label="Callers, from the function upwards"
        />
      )}
      <FlameGraph
        {...graph(callees, false)}
        fillOf={below.fillOf}
        stepRef={belowRef}
        rootOnTop
        label="The function and what it called, downwards"
      />
      <TreeTwin {...twin(callees)} label="What it called">
        {downwards}
      </TreeTwin>
      <FrameLegend legend={below.legend} isSearched={isSearched} />
    </div>
  );
}

const focusOf = (tree: CallTree) => (tree.name.length > FUNCTION ? FUNCTION : 0);
