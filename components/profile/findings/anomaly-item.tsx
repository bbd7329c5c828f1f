'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useState } from 'react';
import { PageLink } from '@/components/range/page-link';
import { useRange } from '@/components/range/use-range';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import { anomalyTime, type ListedAnomaly } from '@/lib/profile/range/anomalies';
import { frameText } from '@/lib/profile/tree/frame-text';
import { absoluteRange, type Span } from '@/lib/time/range';
import { inspectedChange } from '../actions/frame-actions';
import { comparedWithBefore, comparedWithBeforeText } from '../compare/baseline';
import { anomalyTimeText, reasonText } from '../frame-text/anomaly-text';
import type { ChangeSettings } from '../settings/profile-settings';
import { useSettingsHref } from '../settings/use-settings-href';
import { SameTime } from '../strip/same-time';
import { type Anomalies, comparedTimes } from '../strip/use-anomalies';
import classes from './findings.module.css';
import { otherStatesText } from './other-states-text';

type AnomalyItemProps = {
  group: string;
  anomaly: ListedAnomaly;
  /** All anomalies of the group, which a time before should be without. */
  anomalies: Anomalies;
  /** Thread states that the graph shows. */
  shownStates: readonly string[];
  onChange: ChangeSettings;
};

const MAX_TIMES = 5;

/** A function that was more or less busy than usual: when, the reason from AWS, links to its frames and to the time before, and what else happened then. */
export function AnomalyItem({ group, anomaly, anomalies, shownStates, onChange }: AnomalyItemProps) {
  const { zone, setRange } = useRange();
  const href = useSettingsHref(group);
  const { name, threadStates, instances } = anomaly;
  const times = instances.map((instance) => anomalyTime(instance, anomalies.until));
  const others = times.length - MAX_TIMES;
  const states = otherStatesText(threadStates, shownStates);
  /** Start of the time whose runs and costs are shown. */
  const [openFrom, setOpenFrom] = useState<number>();
  const open = times.find(({ from }) => from === openFrom);
  const inspect = () => onChange(inspectedChange(name));
  const inspectAt = async (span: Span) => {
    // The range is added to the URL as it is at that point.
    await onChange({ ...inspectedChange(name), latest: null });
    setRange(absoluteRange(span));
  };
  return (
    <li className={classes.item}>
      <div className={classes.share} aria-hidden>
        ◆
      </div>
      <div className={classes.body}>
        <Text size="sm" fw={600} ff="monospace" title={frameText(name).slice(0, 300)}>
          {parseFrame(name).label.slice(0, 120)}
        </Text>
        <Text size="sm">{reasonText(anomaly)}</Text>
        <Group gap="xs" mt={6}>
          <Button size="compact-xs" variant="light" onClick={() => void inspect()}>
            Show frames
          </Button>
          {times.slice(0, MAX_TIMES).map((time) => {
            const compared = comparedTimes(anomalies, time);
            const text = anomalyTimeText(time, zone);
            return (
              <div key={time.from} className={classes.time}>
                <Button size="compact-xs" variant="default" onClick={() => void inspectAt(time)}>
                  {text}
                </Button>
                <Button
                  component={PageLink}
                  className={classes.compare}
                  href={href(comparedWithBefore(compared, threadStates))}
                  size="compact-xs"
                  variant="default"
                  leftSection={<IconArrowsDiff size={12} aria-hidden />}
                  aria-label={`Compare with before this anomaly: ${text}${states}`}
                  title={comparedWithBeforeText(compared, threadStates, zone)}
                >
                  Compare with before{states}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-expanded={time === open}
                  aria-label={`Runs and cost at the same time: ${text}`}
                  onClick={() => setOpenFrom(time === open ? undefined : time.from)}
                >
                  Runs and cost then
                </Button>
              </div>
            );
          })}
          {others > 0 && (
            <Text size="xs" c="dimmed">
              and {others} more
            </Text>
          )}
        </Group>
        {open && (
          <>
            {times.length > 1 && (
              <Text size="xs" c="dimmed" mt={8}>
                {anomalyTimeText(open, zone)}
              </Text>
            )}
            <SameTime span={{ from: open.from, to: open.to }} isRead />
          </>
        )}
      </div>
    </li>
  );
}
