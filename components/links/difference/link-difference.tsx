'use client';

import { Anchor, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { useZone } from '@/components/range/use-range';
import { PRESENT_TIMES, type PresentTime, partsOf } from '@/lib/answer/link-difference';
import { type LinkSummary, linkPath } from '@/lib/answer/shared-link';
import { linkOptions } from '@/lib/queries/links';
import { useQuery } from '@/lib/queries/use-query';
import { formatInstant } from '@/lib/time/format';
import { wasUpToNow } from '@/lib/time/up-to-now';
import classes from './difference.module.css';
import { DifferencePart } from './difference-part';

const TIMES: readonly { value: PresentTime; label: string }[] = [
  { value: 'now', label: 'The same length, up to now' },
  { value: 'same', label: 'The same time' },
];

const COMPARED_TIME_ID = 'compared-time';

/** What the page of a shared link showed, beside what AWS has of it now. */
export function LinkDifference({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(linkOptions(id));
  return (
    <Stack gap="md">
      <Title order={1} size="h3" className={classes.name}>
        Then and now{data && `: ${data.data.name}`}
      </Title>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && <Parts link={data.data} />}
    </Stack>
  );
}

function Parts({ link }: { link: LinkSummary }) {
  const zone = useZone();
  const [chosen, choose] = useQueryState('time', parseAsStringLiteral(PRESENT_TIMES));
  const isUpToNow = wasUpToNow(new URLSearchParams(link.page.search));
  const time = isUpToNow ? (chosen ?? 'now') : 'same';
  return (
    <>
      <Group gap="xs">
        <Text size="sm">
          Kept at {formatInstant(link.keptAt, zone, 'second')}, compared with what AWS has now
          {isUpToNow ? '.' : ' of the same time.'}
        </Text>
        {isUpToNow && (
          <Group gap={8}>
            <Text size="sm" id={COMPARED_TIME_ID}>
              Time compared:
            </Text>
            <SegmentedControl<PresentTime>
              size="xs"
              aria-labelledby={COMPARED_TIME_ID}
              value={time}
              onChange={(next) => void choose(next === 'now' ? null : next)}
              data={[...TIMES]}
            />
          </Group>
        )}
        <Anchor href={linkPath(link.id)} size="sm">
          The page as it was kept
        </Anchor>
      </Group>
      {partsOf(link.page.path).map((part) => (
        <DifferencePart key={part} {...{ link, part, time }} />
      ))}
    </>
  );
}
