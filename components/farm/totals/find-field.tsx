import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { MAX_FIND_LENGTH } from './totals-params';

type FindFieldProps = { label: string; value: string; onChange(text: string): void };

/** Finds groups or rows by name or id. */
export function FindField({ label, value, onChange }: FindFieldProps) {
  const inputRef = useRef<HTMLInputElement>(null);
  const clear = () => {
    inputRef.current?.focus();
    onChange('');
  };
  return (
    <TextInput
      ref={inputRef}
      size="xs"
      w={260}
      maw="100%"
      mb="xs"
      aria-label={label}
      placeholder="Search by name or id"
      maxLength={MAX_FIND_LENGTH}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSection={value && <CloseButton size="xs" aria-label="Clear search" onClick={clear} />}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onKeyDown={({ key }) => key === 'Escape' && clear()}
    />
  );
}
