import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { MAX_PREFIX_LENGTH, MAX_PREFIXES } from '@/lib/profile/graph/own-code';

type PrefixInputProps = { mine: readonly string[]; onChange(mine: string[]): void };

/** Prefixes of own code, separated by commas. They apply while typing. */
export function PrefixInput({ mine, onChange }: PrefixInputProps) {
  const [text, setText] = useState(mine.join(', '));
  return (
    <TextInput
      size="xs"
      label="My code starts with"
      placeholder="com.example., app."
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        const prefixes = event.currentTarget.value.split(',').map((prefix) => prefix.trim());
        const wanted = prefixes.filter((prefix) => prefix !== '').slice(0, MAX_PREFIXES);
        onChange(wanted.map((prefix) => prefix.slice(0, MAX_PREFIX_LENGTH)));
      }}
    />
  );
}
