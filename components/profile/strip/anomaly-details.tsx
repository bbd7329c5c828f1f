'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { PageLink } from '@/components/range/page-link';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { AnomalyMark } from '@/lib/profile/range/anomalies';
import { frameText } from '@/lib/profile/tree/frame-text';
import { formatInstant, formatSpan } from '@/lib/time/format';
import { absoluteRange, type Span } from '@/lib/time/range';
import { inspectedChange } from '../actions/frame-actions';
import { comparedWithBefore, comparedWithBeforeText } from '../compare/baseline';
import { anomalyTimeText, reasonText } from '../frame-text/anomaly-text';
import { useSettingsHref } from '../settings/use-settings-href';
import classes from './anomaly-marks.module.css';
import { SameTime } from './same-time';
import { type Anomalies, comparedTimes } from './use-anomalies';

type AnomalyDetailsProps = {
  group: string;
  anomalies: Anomalies;
  marks: readonly AnomalyMark[];
  zone: string;
  onPick(span: Span): void;
  onClose(): void;
};

/** Maximum number of anomalies in the list of a mark. */
const MAX_LISTED = 20;

/** Times of which runs and costs are read too. Each takes an aggregation of AWS. */
const MAX_SAME_TIMES = 2;

/** Anomalies of a mark: function, time, the reason from AWS, and the next steps. */
export function AnomalyDetails({ group, anomalies, marks, zone, onPick, onClose }: AnomalyDetailsProps) {
  const href = useSettingsHref(group);
  const all = marks.flatMap((mark) =>
    mark.anomalies.map((anomaly, at) => ({ ...anomaly, mark, isFirst: at === 0 })),
  );
  return (
    <ul className={classes.details}>
      {all.slice(0, MAX_LISTED).map(({ mark, isFirst, ...anomaly }) => {
        const { name, threadStates, reason } = anomaly;
        const times = comparedTimes(anomalies, mark);
        const label = parseFrame(name).label.slice(0, 120);
        return (
          <li key={`${name} ${mark.from} ${reason}`}>
            <Text size="sm" fw={600} ff="monospace" title={frameText(name).slice(0, 300)}>
              {label}
            </Text>
            <Text size="sm">
              {anomalyTimeText(mark, zone)}
              {mark.isLasting && `. No end until ${formatInstant(mark.to, zone)}.`}
            </Text>
            <Text size="sm">{reasonText(anomaly)}</Text>
            <Group gap={6} mt={6}>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => {
                  onClose();
                  onPick({ from: mark.from, to: mark.to });
                }}
              >
                Show this time
              </Button>
              <Button
                component={PageLink}
                href={href(comparedWithBefore(times, threadStates))}
                onClick={onClose}
                size="compact-xs"
                variant="default"
                leftSection={<IconArrowsDiff size={12} aria-hidden />}
              >
                Compare with before
              </Button>
              <Button
                component={PageLink}
                href={href({ ...inspectedChange(name), ...absoluteRange(mark), latest: null })}
                onClick={onClose}
                size="compact-xs"
                variant="default"
              >
                Show frames
              </Button>
            </Group>
            <Text size="xs" c="dimmed" mt={4}>
              {comparedWithBeforeText(times, threadStates, zone)}
            </Text>
            {isFirst && (
              <SameTime
                span={{ from: mark.from, to: mark.to }}
                isRead={marks.indexOf(mark) < MAX_SAME_TIMES}
              />
            )}
          </li>
        );
      })}
      {all.length > MAX_LISTED && (
        <li>{all.length - MAX_LISTED} more. Choose a shorter range to see them.</li>
      )}
      <li>
        <Text size="xs" c="dimmed">
          AWS analysed {formatSpan(anomalies.analysed, zone)}.
        </Text>
      </li>
    </ul>
  );
}
