import { ActionIcon, Button, Group, SegmentedControl } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { ScaleKind } from '@/lib/canary/plot/duration-scale';
import { zoomView } from '@/lib/canary/plot/view';
import { formatSpan } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import classes from './timeline-toolbar.module.css';
import type { TimelineView } from './use-timeline-view';

type TimelineToolbarProps = {
  timeline: TimelineView;
  range: Span;
  zone: string;
  scaleKind: ScaleKind;
  onScaleKind(kind: ScaleKind): void;
};

/** The zoom of the timeline and the kind of its axis. The figures and the list stay those of the range until the view becomes it. */
export function TimelineToolbar(props: TimelineToolbarProps) {
  const { timeline, range, zone, scaleKind, onScaleKind } = props;
  const { view, isWhole, set, pick } = timeline;
  const middle = (view.from + view.to) / 2;
  return (
    <Group gap="xs" className={classes.toolbar}>
      <div className={classes.zoomed} data-whole={isWhole}>
        <span className={classes.view}>{formatSpan(view, zone)}</span>
        <Button size="compact-xs" variant="default" onClick={() => pick(view)}>
          Use as range
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => set(range)}>
          Whole range
        </Button>
      </div>
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          aria-label="Zoom the timeline in"
          onClick={() => set(zoomView(view, range, 0.5, middle))}
        >
          <IconZoomIn size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label="Zoom the timeline out"
          disabled={isWhole}
          onClick={() => set(zoomView(view, range, 2, middle))}
        >
          <IconZoomOut size={16} />
        </ActionIcon>
      </ActionIcon.Group>
      <SegmentedControl
        size="xs"
        aria-label="Axis of durations"
        data={[
          { value: 'linear', label: 'Linear' },
          { value: 'log', label: 'Log' },
        ]}
        value={scaleKind}
        onChange={(kind) => onScaleKind(kind === 'log' ? 'log' : 'linear')}
      />
    </Group>
  );
}
