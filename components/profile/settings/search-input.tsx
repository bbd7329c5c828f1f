'use client';

import { ActionIcon, Button, CloseButton, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSearch } from '@tabler/icons-react';
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { keyedPart } from '@/components/panel/keyed-part';
import { MAX_SEARCH_LENGTH } from '@/lib/profile/transform/search';
import { formatCount } from '../frame-text/format-samples';
import type { StepToMatch } from '../graph/pointer/use-current-frame';
import type { SearchField } from '../request/search-field';
import classes from './search-input.module.css';
import type { SearchResult } from './search-result';

type SearchInputProps = {
  /** The applied search, which follows the text in the field. */
  search: string;
  field: SearchField;
  onSearch(search: string): void;
  /** Searches all thread states. */
  onAllStates(): void;
  result: SearchResult | undefined;
  stepRef: RefObject<StepToMatch | undefined>;
};

/** The search with its result beside it. Enter and Shift+Enter, or the arrows, step through the matches; / focuses it. */
export function SearchInput({ search, field, onSearch, onAllStates, result, stepRef }: SearchInputProps) {
  const typed = useSyncExternalStore(field.subscribe, field.text, field.text);
  const type = (text: string) => field.type(text, onSearch);
  const inputRef = useRef<HTMLInputElement>(null);
  const statusId = useId();
  useEffect(() => {
    // The component replaces this attribute with its own.
    inputRef.current?.setAttribute('aria-describedby', statusId);
  });
  const [step, setStep] = useState<{ of: string | undefined; text: string }>();
  const stepTo = (direction: 'next' | 'previous') => {
    const match = stepRef.current?.(direction);
    const text = match
      ? `match ${formatCount(match.position)} of ${formatCount(match.count)}`
      : 'no match is drawn';
    setStep({ of: result?.text, text });
  };
  const allStates = () => {
    inputRef.current?.focus();
    onAllStates();
  };
  const clear = () => {
    inputRef.current?.focus();
    type('');
  };
  // A step is among the matches that the result counts.
  const isStepped = result && !result.isError && !result.isElsewhere && step?.of === result.text;
  return (
    <div className={classes.search}>
      <TextInput
        ref={inputRef}
        size="xs"
        className={classes.text}
        aria-label="Search frames"
        aria-keyshortcuts="/"
        {...keyedPart('frame search')}
        title="Search frames (/)"
        placeholder="Search frames, or /expression/"
        maxLength={MAX_SEARCH_LENGTH}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        error={result?.isError === true}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') stepTo(event.shiftKey ? 'previous' : 'next');
          else if (event.key === 'Escape' && typed !== '') type('');
        }}
        rightSection={search && <CloseButton size="xs" aria-label="Clear search" onClick={clear} />}
      />
      <StepButton
        label="Previous match"
        keys="Shift+Enter"
        isDisabled={search === ''}
        onStep={() => stepTo('previous')}
      >
        <IconChevronUp size={14} aria-hidden />
      </StepButton>
      <StepButton label="Next match" keys="Enter" isDisabled={search === ''} onStep={() => stepTo('next')}>
        <IconChevronDown size={14} aria-hidden />
      </StepButton>
      <div className={classes.result}>
        <span id={statusId} role="status" title={result?.text} data-error={result?.isError || undefined}>
          {result?.text}
          {isStepped && ` · ${step.text}`}
        </span>
        {result?.isElsewhere && (
          <Button size="compact-xs" variant="subtle" onClick={allStates}>
            Search all thread states
          </Button>
        )}
      </div>
    </div>
  );
}

type StepButtonProps = {
  label: string;
  keys: string;
  isDisabled: boolean;
  onStep(): void;
  children: ReactNode;
};

const StepButton = ({ label, keys, isDisabled, onStep, children }: StepButtonProps) => (
  <ActionIcon
    variant="default"
    size={30}
    aria-label={label}
    title={`${label} (${keys})`}
    disabled={isDisabled}
    onClick={onStep}
  >
    {children}
  </ActionIcon>
);
