'use client';

import { Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';

type LazySelectProps<Value extends string> = Omit<SelectProps<Value>, 'comboboxProps' | 'onFocus'>;

/**
 * A select that draws its options once it first has the focus. Mantine's own draws them as soon as it is on the page, all of them in
 * the task that hydrates it. They are hidden by CSS: React would draw hidden ones only when it is idle, so that the first arrow key
 * on a busy page would find none.
 */
export function LazySelect<Value extends string>(props: LazySelectProps<Value>) {
  const [isUsed, setIsUsed] = useState(false);
  return (
    <Select
      {...props}
      comboboxProps={{ keepMounted: isUsed, keepMountedMode: 'display-none' }}
      onFocus={() => setIsUsed(true)}
    />
  );
}
