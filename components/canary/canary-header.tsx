'use client';

import { Anchor, Group, Title } from '@mantine/core';
import { StarButton } from '@/components/favourites/star-button';
import { RangeLink } from '@/components/range/range-link';
import { counted } from '@/lib/answer/counted';
import { canaryLink } from '@/lib/canary/export/console-links';
import type { Canary } from '@/lib/canary/run';
import { scheduleText } from '@/lib/canary/schedule';
import { awsPlaceOptions } from '@/lib/queries/aws-place';
import { useQuery } from '@/lib/queries/use-query';
import shared from './canary.module.css';
import classes from './canary-details.module.css';

/** Name and schedule of the canary, and links to it in the AWS console and to the list. */
export function CanaryHeader({ name, canary }: { name: string; canary: Canary | undefined }) {
  const { data: place } = useQuery(awsPlaceOptions(undefined, 'synthetics'));
  const href = canaryLink(name, place?.data);
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Group gap={4} wrap="nowrap">
          <Title order={1} size="h3" className={shared.name}>
            {name}
          </Title>
          <StarButton kind="canary" id={name} name={canary && name} />
        </Group>
        <Group gap="md">
          {href && (
            <Anchor href={href} target="_blank" rel="noreferrer" size="sm">
              AWS console
            </Anchor>
          )}
          <RangeLink href="/canaries" size="sm">
            All canaries
          </RangeLink>
        </Group>
      </Group>
      <div className={`${shared.muted} ${classes.schedule}`}>
        {canary ? `Runs ${scheduleText(canary.schedule)}, ${retriesText(canary)}` : '\u00a0'}
      </div>
    </div>
  );
}

const retriesText = ({ maxRetries }: Canary) =>
  maxRetries ? `up to ${counted(maxRetries, 'retry', 'retries')}` : 'no retries';
