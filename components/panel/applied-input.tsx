'use client';

import { TextInput } from '@mantine/core';
import { useState } from 'react';

type AppliedInputProps = {
  id?: string;
  label: string;
  placeholder: string;
  /** In pixels; by default as wide as there is room. */
  width?: number;
  className?: string | undefined;
  value: string;
  /** Why a text can't be applied; undefined if it can. */
  problemOf(text: string): string | undefined;
  onApply(text: string): void;
};

/** A text field that applies with Enter and when it loses the focus. */
export function AppliedInput({ width, value, problemOf, onApply, ...field }: AppliedInputProps) {
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string>();
  const apply = () => {
    const trimmed = text.trim();
    const found = problemOf(trimmed);
    setProblem(found);
    if (found === undefined && trimmed !== value) onApply(trimmed);
  };
  return (
    <TextInput
      {...field}
      size="xs"
      {...(width !== undefined && { w: width, maw: '100%' })}
      value={text}
      error={problem}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={apply}
      onKeyDown={({ key }) => {
        if (key === 'Enter') apply();
      }}
    />
  );
}
