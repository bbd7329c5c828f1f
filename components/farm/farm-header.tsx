'use client';

import { Breadcrumbs, Group, Text, Title } from '@mantine/core';
import { StarButton } from '@/components/favourites/star-button';
import { RangeLink } from '@/components/range/range-link';
import { formatNumber } from '@/lib/answer/format-number';
import type { Farm } from '@/lib/farm/session-statistics';
import { awsPlaceOptions } from '@/lib/queries/aws-place';
import { useQuery } from '@/lib/queries/use-query';
import { ConsoleLink } from './aws/console-link';
import ellipsis from './ellipsis.module.css';

/** The name, id and description of a farm. */
export function FarmHeader({ farmId, farm }: { farmId: string; farm: Farm | undefined }) {
  return (
    <header>
      <Breadcrumbs separator="›" fz="xs">
        <RangeLink href="/farms" size="xs">
          Costs
        </RangeLink>
        <Text size="xs" c="dimmed" className={ellipsis.ellipsis}>
          {farm?.displayName ?? 'Farm'}
        </Text>
      </Breadcrumbs>
      <Group gap="sm" align="center">
        <Title order={1} size="h3" className={ellipsis.ellipsis} maw="100%" title={farm?.displayName}>
          {farm?.displayName ?? 'Farm'}
        </Title>
        <StarButton kind="farm" id={farmId} name={farm?.displayName} />
        <Text size="xs" c="dimmed" ff="monospace" className={ellipsis.ellipsis} maw="100%">
          {farmId}
        </Text>
        <FarmInConsole name={farm?.displayName ?? farmId} />
        <ScaleFactor farm={farm} />
      </Group>
      {farm?.description && (
        <Text size="sm" c="dimmed" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
          {farm.description}
        </Text>
      )}
    </header>
  );
}

/** The way to the farm in the AWS console, or that there is none. */
function FarmInConsole({ name }: { name: string }) {
  const { data: place } = useQuery(awsPlaceOptions());
  if (place?.data.isLocal)
    return (
      <Text size="xs" c="dimmed" title="Links to the AWS console appear when the dashboard shows AWS">
        in local-aws, not in the AWS console
      </Text>
    );
  return <ConsoleLink resource={{}} name={name} />;
}

/** A note where costs are not what AWS charges. */
export function ScaleFactor({ farm }: { farm: Farm | undefined }) {
  if (farm?.costScaleFactor === undefined || farm.costScaleFactor === 1) return null;
  return (
    <Text size="xs" c="dimmed">
      Costs are scaled by {formatNumber(farm.costScaleFactor, 4)}
    </Text>
  );
}
