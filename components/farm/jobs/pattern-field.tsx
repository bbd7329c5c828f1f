'use client';

import { Button, Menu } from '@mantine/core';
import { useMemo } from 'react';
import { counted } from '@/lib/answer/counted';
import { formatNumber } from '@/lib/answer/format-number';
import { MAX_PATTERN_LENGTH, namePartsOf } from '@/lib/farm/jobs/name-parts';
import { SAMPLE_PATTERNS } from '@/lib/farm/jobs/sample-patterns';
import { ClearableInput } from '../clearable-input';
import classes from './jobs.module.css';

type PatternFieldProps = {
  value: string;
  names: readonly string[];
  error: string | undefined;
  onChange(pattern: string): void;
};

/** The pattern of job names: a regular expression whose groups are the levels of the roll-up, with examples to start from. */
export function PatternField({ value, names, error, onChange }: PatternFieldProps) {
  return (
    <ClearableInput
      className={classes.field}
      label="Roll up by a pattern of the job name"
      description="A regular expression. Each group in parentheses is a level."
      placeholder={SAMPLE_PATTERNS[0].pattern}
      maxLength={MAX_PATTERN_LENGTH}
      spellCheck={false}
      autoComplete="off"
      error={error}
      inputContainer={(input) => (
        <div className={classes.pattern}>
          <Examples {...{ names, onChange }} />
          {input}
        </div>
      )}
      clearLabel="Clear pattern"
      {...{ value, onChange }}
    />
  );
}

type ExamplesProps = Pick<PatternFieldProps, 'names' | 'onChange'>;

/** Offers patterns to start from. */
const Examples = (props: ExamplesProps) => (
  <Menu position="bottom-start" withinPortal>
    <Menu.Target>
      <Button size="xs" variant="default" flex="none">
        Example patterns
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <ExampleItems {...props} />
    </Menu.Dropdown>
  </Menu>
);

/** The example patterns, each with the number of names that it matches. */
function ExampleItems({ names, onChange }: ExamplesProps) {
  const matches = useMemo(
    () =>
      SAMPLE_PATTERNS.map(({ pattern }) => {
        const found = namePartsOf(pattern, names);
        return found.kind === 'parts' ? found.parts.filter((parts) => parts !== null).length : 0;
      }),
    [names],
  );
  return SAMPLE_PATTERNS.map(({ label, pattern }, at) => (
    <Menu.Item key={pattern} onClick={() => onChange(pattern)} title={pattern}>
      {label}
      <span className={classes.matches}>
        matches {formatNumber(matches[at] ?? 0)} of {counted(names.length, 'job')}
      </span>
    </Menu.Item>
  ));
}
