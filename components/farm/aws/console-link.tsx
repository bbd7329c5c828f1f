'use client';

import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Label } from '@/lib/farm/names';
import type { GroupKey } from '@/lib/farm/session-statistics';
import { type FarmResource, resourceOf, useConsoleLinks, useQueueOfJobs } from './console-context';
import classes from './console-link.module.css';

type ConsoleLinkProps = {
  resource: FarmResource;
  /** Of the resource. */
  name: string;
};

/** An icon that opens a resource in the AWS console, in a tab of its own. Nothing unless the dashboard shows AWS. */
export function ConsoleLink({ resource, name }: ConsoleLinkProps) {
  const href = useConsoleLinks()(resource);
  if (!href) return null;
  return (
    <Anchor
      href={href}
      target="_blank"
      rel="noreferrer"
      className={classes.link}
      aria-label={`Open ${name} in the AWS console`}
      title={`Open ${name} in the AWS console`}
    >
      <IconExternalLink size={13} aria-hidden />
    </Anchor>
  );
}

type WithConsoleLinksProps = {
  keys: readonly GroupKey[];
  /** A label for each key. */
  labels: readonly Label[];
  /** Of the row, where it isn't one of the labels. */
  queueId?: string | undefined;
  children: ReactNode;
};

/** A text in a table, cut where it is too long, with a link for the value of each key. That of a job stands for its queue too. */
export function WithConsoleLinks({ keys, labels, queueId, children }: WithConsoleLinksProps) {
  const onlyQueueId = useQueueOfJobs();
  const ownQueueId = labels[keys.indexOf('QUEUE_ID')]?.id || queueId || onlyQueueId;
  return (
    <div className={classes.line}>
      <div className={classes.text}>{children}</div>
      {keys.map((key, at) => {
        const { id = '', name = '' } = labels[at] ?? {};
        const resource = resourceOf(key, id, ownQueueId);
        const isOfJob = key === 'QUEUE_ID' && keys.includes('JOB_ID');
        return resource && !isOfJob && <ConsoleLink key={key} resource={resource} name={name} />;
      })}
    </div>
  );
}
