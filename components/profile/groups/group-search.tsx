'use client';

import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

type GroupSearchProps = { value: string; onChange(text: string): void };

const MAX_LENGTH = 255;

/** Finds groups by name. The key / focuses it. */
export function GroupSearch({ value, onChange }: GroupSearchProps) {
  return (
    <TextInput
      size="xs"
      w={260}
      maw="100%"
      type="search"
      aria-label="Search groups"
      aria-keyshortcuts="/"
      placeholder="Search groups, or press /"
      maxLength={MAX_LENGTH}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
