'use client';

import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
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
      aria-label={`${name} in the AWS console`}
      title="Open in the AWS console"
    >
      <IconExternalLink size={13} aria-hidden />
    </Anchor>
  );
}

type KeyConsoleLinkProps = {
  by: GroupKey;
  id: string;
  /** Of the row, if it is known. */
  queueId: string | undefined;
  name: string;
};

/** The same for the value of a key in a table. */
export function KeyConsoleLink({ by, id, queueId, name }: KeyConsoleLinkProps) {
  const onlyQueueId = useQueueOfJobs();
  const resource = resourceOf(by, id, queueId ?? onlyQueueId);
  return resource && <ConsoleLink resource={resource} name={name} />;
}
