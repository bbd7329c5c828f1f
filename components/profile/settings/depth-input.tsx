'use client';

import { Autocomplete, Text } from '@mantine/core';
import { useState } from 'react';
import { parseDepth } from '@/lib/profile/view/parse-depth';

const DEPTHS = ['10', '25', '50', '100', '500'];

type DepthInputProps = { maxDepth: number | null; onChange(maxDepth: number | null): void };

/** Maximum depth, typed or picked. It applies on Enter, on blur and on picking. */
export function DepthInput({ maxDepth, onChange }: DepthInputProps) {
  const [text, setText] = useState(maxDepth?.toString() ?? '');
  const depth = parseDepth(text);
  const commit = (typed: string) => {
    const chosen = parseDepth(typed);
    if (chosen !== 'malformed' && chosen !== maxDepth) onChange(chosen);
  };
  return (
    <Autocomplete
      size="xs"
      w={104}
      aria-label="Depth: frames from the root, 1 to 10,000, or empty for all"
      placeholder="all"
      leftSection={
        <Text size="xs" c="dimmed">
          Depth
        </Text>
      }
      leftSectionWidth={52}
      data={DEPTHS}
      filter={({ options }) => options}
      value={text}
      error={depth === 'malformed'}
      title={depth === 'malformed' ? 'A whole number from 1 to 10,000, or empty for all' : undefined}
      onChange={setText}
      onOptionSubmit={commit}
      onBlur={() => commit(text)}
      onKeyDown={(event) => event.key === 'Enter' && commit(text)}
    />
  );
}
