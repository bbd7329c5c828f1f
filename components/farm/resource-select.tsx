'use client';

import { Combobox, InputBase } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Fleet, Queue } from '@/lib/farm/session-statistics';
import type { StatisticsChoice } from '@/lib/farm/statistics-request';
import classes from './farm.module.css';

const ResourceMultiSelect = lazy(load);

function load() {
  return import('./resource-multi-select').then((module) => ({ default: module.ResourceMultiSelect }));
}

export type ResourceSelectProps = {
  choice: StatisticsChoice;
  queues: readonly Queue[];
  fleets: readonly Fleet[];
  onChange(change: Pick<StatisticsChoice, 'queueIds' | 'fleetIds'>): void;
};

/** Which queues or fleets are added up. Mostly all are: the search comes once someone wants to choose. */
export function ResourceSelect(props: ResourceSelectProps) {
  const { queueIds = [], fleetIds = [] } = props.choice;
  const [opened, setOpened] = useState(false);
  const [needed, setNeeded] = useState(false);
  if (!needed && (opened || queueIds.length + fleetIds.length > 0)) setNeeded(true);
  const closed = (
    <InputBase
      component="button"
      type="button"
      pointer
      className={classes.resources}
      size="xs"
      label="Queues or fleets"
      rightSection={<Combobox.Chevron />}
      rightSectionPointerEvents="none"
      aria-haspopup="listbox"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setOpened(true)}
    >
      All queues
    </InputBase>
  );
  if (!needed) return closed;
  return (
    <Suspense fallback={closed}>
      <ResourceMultiSelect {...props} opened={opened} />
    </Suspense>
  );
}
