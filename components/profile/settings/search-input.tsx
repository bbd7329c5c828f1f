'use client';

import { ActionIcon, CloseButton, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useState } from 'react';
import { MAX_SEARCH_LENGTH } from '@/lib/profile/transform/search';
import { formatCount } from '../graph/format-samples';
import type { StepToMatch } from '../graph/use-current-frame';
import classes from './profile-toolbar.module.css';

type SearchInputProps = {
  search: string;
  onSearch(search: string): void;
  found: string | undefined;
  searchError: string | undefined;
  stepRef: RefObject<StepToMatch | undefined>;
};

/** The search with its result. Enter and Shift+Enter, or the arrows, step through the matches. */
export function SearchInput({ search, onSearch, found, searchError, stepRef }: SearchInputProps) {
  const [step, setStep] = useState<{ search: string; text: string }>();
  const stepTo = (direction: 'next' | 'previous') => {
    const match = stepRef.current?.(direction);
    const text = match
      ? `${formatCount(match.position)} of ${formatCount(match.count)} in view`
      : 'No match in view';
    setStep({ search, text });
  };
  return (
    <>
      <div className={classes.search}>
        <TextInput
          size="xs"
          className={classes.text}
          aria-label="Search frames"
          placeholder="Search frames, or /expression/"
          maxLength={MAX_SEARCH_LENGTH}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          error={searchError !== undefined}
          onChange={(event) => onSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') stepTo(event.shiftKey ? 'previous' : 'next');
            else if (event.key === 'Escape' && search !== '') onSearch('');
          }}
          rightSection={
            search && <CloseButton size="xs" aria-label="Clear search" onClick={() => onSearch('')} />
          }
        />
        {search !== '' && (
          <>
            <StepButton label="Previous match" keys="Shift+Enter" onStep={() => stepTo('previous')}>
              <IconChevronUp size={14} aria-hidden />
            </StepButton>
            <StepButton label="Next match" keys="Enter" onStep={() => stepTo('next')}>
              <IconChevronDown size={14} aria-hidden />
            </StepButton>
          </>
        )}
      </div>
      <Text
        className={classes.status}
        size="xs"
        c={searchError === undefined ? 'dimmed' : 'red'}
        role="status"
      >
        {searchError === undefined ? found : `This expression can’t be searched for. ${searchError}`}
        {found && step?.search === search && ` · ${step.text}`}
      </Text>
    </>
  );
}

type StepButtonProps = { label: string; keys: string; onStep(): void; children: ReactNode };

const StepButton = ({ label, keys, onStep, children }: StepButtonProps) => (
  <ActionIcon variant="default" size={30} aria-label={label} title={`${label} (${keys})`} onClick={onStep}>
    {children}
  </ActionIcon>
);
