import { IconSearch } from '@tabler/icons-react';
import { ClearableInput } from './clearable-input';
import { MAX_FIND_LENGTH } from './find-param';

type FindFieldProps = { label: string; value: string; onChange(text: string): void };

/** Finds groups or rows by name or id. */
export const FindField = ({ label, ...text }: FindFieldProps) => (
  <ClearableInput
    w={260}
    maw="100%"
    mb="xs"
    aria-label={label}
    placeholder="Search by name or id"
    maxLength={MAX_FIND_LENGTH}
    leftSection={<IconSearch size={14} aria-hidden />}
    clearLabel="Clear search"
    {...text}
  />
);
