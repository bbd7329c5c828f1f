'use client';

import { Button, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import type { FilterFormProps } from './filter-values';

const FilterForm = lazy(load);

function load() {
  return import('./filter-form').then((module) => ({ default: module.FilterForm }));
}

/** Width of the form, and its height while it loads, pixels. */
const FORM_WIDTH_PX = 320;
const FORM_PX = 120;

/** A button that opens the choice of values to keep. */
export function AddFilter(props: FilterFormProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={FORM_WIDTH_PX}
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconFilter size={12} aria-hidden />}
          onPointerEnter={() => void load()}
          onFocus={() => void load()}
          onClick={() => setOpened((isOpen) => !isOpen)}
        >
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Filter">
        <Suspense fallback={<PanelSkeleton height={FORM_PX} label="Loading the filters" />}>
          <FilterForm {...props} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
