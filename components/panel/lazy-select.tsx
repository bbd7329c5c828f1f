'use client';

import { Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';

type LazySelectProps<Value extends string> = Omit<SelectProps<Value>, 'comboboxProps' | 'onFocus'>;

/**
 * A select that draws its options once it first has the focus. Mantine's own draws them as soon as it is on the page, all of them in
 * the task that hydrates it.
 */
export function LazySelect<Value extends string>(props: LazySelectProps<Value>) {
  const [isUsed, setIsUsed] = useState(false);
  return <Select {...props} comboboxProps={{ keepMounted: isUsed }} onFocus={() => setIsUsed(true)} />;
}
