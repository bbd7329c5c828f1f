'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { PageLink } from '@/components/range/page-link';
import { useRange } from '@/components/range/use-range';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { Anomaly } from '@/lib/profile/range/findings';
import { formatSpan } from '@/lib/time/format';
import { absoluteRange, type Span } from '@/lib/time/range';
import { inspectedChange } from '../actions/frame-actions';
import { comparedWithBefore } from '../compare/baseline';
import type { ChangeSettings } from '../settings/profile-settings';
import { useSettingsHref } from '../settings/use-settings-href';
import classes from './findings.module.css';

type AnomalyItemProps = { group: string; anomaly: Anomaly; onChange: ChangeSettings };

const MAX_TIMES = 5;

/** A function that was more or less busy than usual: when, the reason from AWS, and links to its frames and to the time before. */
export function AnomalyItem({ group, anomaly, onChange }: AnomalyItemProps) {
  const { zone, now, setRange } = useRange();
  const href = useSettingsHref(group);
  const { name, threadStates, reason, instances } = anomaly;
  const spans = instances.map(({ from, to = now }): Span => ({ from, to: Math.max(from + 1, to) }));
  const others = spans.length - MAX_TIMES;
  const states = threadStates.length > 0 ? { data: threadStates } : {};
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
        <Text size="sm" fw={600} ff="monospace" title={name.slice(0, 300)}>
          {parseFrame(name).label.slice(0, 120)}
        </Text>
        <Text size="sm">{reason}</Text>
        <Group gap="xs" mt={6}>
          <Button size="compact-xs" variant="light" onClick={() => void inspect()}>
            Show frames
          </Button>
          {spans.slice(0, MAX_TIMES).map((span) => (
            <div key={span.from} className={classes.time}>
              <Button size="compact-xs" variant="default" onClick={() => void inspectAt(span)}>
                {formatSpan(span, zone)}
              </Button>
              <Button
                component={PageLink}
                href={href({ ...comparedWithBefore(span), ...states })}
                size="compact-xs"
                variant="default"
                leftSection={<IconArrowsDiff size={12} aria-hidden />}
                aria-label={`Compare with before this anomaly: ${formatSpan(span, zone)}`}
                title={compareTitle(threadStates)}
              >
                Compare with before
              </Button>
            </div>
          ))}
          {others > 0 && (
            <Text size="xs" c="dimmed">
              and {others} more
            </Text>
          )}
        </Group>
      </div>
    </li>
  );
}

const compareTitle = (states: readonly string[]) =>
  `Compare with the same length of time just before this anomaly${states.length > 0 ? `, in ${states.join(', ').slice(0, 120)}` : ''}`;
