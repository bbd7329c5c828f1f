import { CloseButton, TextInput, type TextInputProps } from '@mantine/core';
import { useRef } from 'react';

type ClearableInputProps = Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string;
  onChange(text: string): void;
  clearLabel: string;
};

/** A text field with a button that clears it, as Escape does. */
export function ClearableInput({ value, onChange, clearLabel, ...field }: ClearableInputProps) {
  const inputRef = useRef<HTMLInputElement>(null);
  const clear = () => {
    inputRef.current?.focus();
    onChange('');
  };
  return (
    <TextInput
      ref={inputRef}
      size="xs"
      {...field}
      rightSection={value && <CloseButton size="xs" aria-label={clearLabel} onClick={clear} />}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onKeyDown={({ key }) => key === 'Escape' && clear()}
    />
  );
}
