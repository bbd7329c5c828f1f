'use client';

import { Select } from '@mantine/core';
import { useViews } from './use-views';

/** With more views, typing finds one faster than scrolling. */
const MIN_SEARCHED = 9;
/** No view has this name. */
const EVERYTHING = '';

/** Chooses a view of the configuration, in the URL. Renders nothing where there is none. */
export function ViewChoice() {
  const { all, view, choose } = useViews();
  if (all.length === 0) return null;
  return (
    <Select
      size="xs"
      w={220}
      maw="100%"
      aria-label="View"
      allowDeselect={false}
      searchable={all.length >= MIN_SEARCHED}
      data={[{ value: EVERYTHING, label: 'Everything' }, ...all.map(({ name }) => name)]}
      value={view?.name ?? EVERYTHING}
      onChange={(name) => choose(name || null, 'push')}
    />
  );
}
