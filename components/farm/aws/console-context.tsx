'use client';

import { createContext, type ReactNode, useCallback, useContext } from 'react';
import { type ConsoleResource, consoleLink } from '@/lib/farm/export/console-links';
import type { GroupKey } from '@/lib/farm/session-statistics';
import { awsPlaceOptions } from '@/lib/queries/aws-place';
import { useQuery } from '@/lib/queries/use-query';

type WithoutFarm<Resource> = Resource extends unknown
  ? Omit<Resource, 'farmId'> & { farmId?: string }
  : never;

/** A resource, which names its farm where that isn't the one of the page. */
export type FarmResource = WithoutFarm<ConsoleResource>;

/** Address in the AWS console of a resource; undefined unless the dashboard shows AWS. */
type LinkTo = (resource: FarmResource) => string | undefined;

const ConsoleContext = createContext<LinkTo>(() => undefined);
const QueueContext = createContext<string | undefined>(undefined);

export const useConsoleLinks = () => useContext(ConsoleContext);
export const useQueueOfJobs = () => useContext(QueueContext);

type FarmOfLinksProps = {
  /** Of the resources that name no farm. */
  farmId?: string;
  children: ReactNode;
};

/** Tells the parts of a page where resources are in the AWS console. */
export function FarmOfLinks({ farmId, children }: FarmOfLinksProps) {
  const { data: place } = useQuery(awsPlaceOptions());
  const linkTo = useCallback(
    (resource: FarmResource) => {
      const ownId = resource.farmId ?? farmId;
      return ownId === undefined ? undefined : consoleLink({ ...resource, farmId: ownId }, place?.data);
    },
    [farmId, place],
  );
  return <ConsoleContext value={linkTo}>{children}</ConsoleContext>;
}

type JobsOfQueueProps = { id: string | undefined; children: ReactNode };

/** Tells the tables below of which queue all their jobs are, if of one alone. */
export const JobsOfQueue = ({ id, children }: JobsOfQueueProps) => (
  <QueueContext value={id}>{children}</QueueContext>
);

/** The resource of a value of a key; undefined for those that the console has no page of, and for jobs of unknown queues. */
export function resourceOf(key: GroupKey, id: string, queueId: string | undefined): FarmResource | undefined {
  if (id === '') return undefined;
  if (key === 'QUEUE_ID') return { queueId: id };
  if (key === 'FLEET_ID') return { fleetId: id };
  return key === 'JOB_ID' && queueId ? { queueId, jobId: id } : undefined;
}
