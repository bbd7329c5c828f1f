'use client';

import { Combobox, InputBase } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { ResourceSelectProps } from './resource-multi-select';
import classes from './resource-select.module.css';

const ResourceMultiSelect = lazy(load);

function load() {
  return import('./resource-multi-select').then((module) => ({ default: module.ResourceMultiSelect }));
}

/** The queues, or the fleets, to aggregate. Loads the search only when it is needed, because most viewers keep all queues. */
export function ResourceSelect(props: ResourceSelectProps) {
  const { kind, chosen, placeholder } = props;
  const [opened, setOpened] = useState(false);
  const [needed, setNeeded] = useState(false);
  if (!needed && (opened || chosen.length > 0)) setNeeded(true);
  const closed = (
    <InputBase
      component="button"
      type="button"
      pointer
      className={classes.resource}
      size="xs"
      label={kind.label}
      rightSection={<Combobox.Chevron />}
      rightSectionPointerEvents="none"
      aria-haspopup="listbox"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setOpened(true)}
    >
      {placeholder}
    </InputBase>
  );
  if (!needed) return closed;
  return (
    <Suspense fallback={closed}>
      <ResourceMultiSelect {...props} opened={opened} />
    </Suspense>
  );
}
