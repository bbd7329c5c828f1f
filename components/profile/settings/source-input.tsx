import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { isTemplate, MAX_TEMPLATE_LENGTH } from './source-link';
import { useSourceTemplate } from './use-source-template';

/** Template of links to a group's sources. It stays in this browser, because the address may be private. */
export function SourceInput({ group }: { group: string }) {
  const [template, setTemplate] = useSourceTemplate(group);
  const [text, setText] = useState<string>();
  const shown = text ?? template;
  const isWrong = shown !== '' && !isTemplate(shown);
  return (
    <TextInput
      size="xs"
      label="Link to sources"
      description="Stored in this browser, for this group"
      placeholder="https://…/{file}#L{line}"
      maxLength={MAX_TEMPLATE_LENGTH}
      value={shown}
      error={isWrong && 'Enter an https address with {file}, and optionally {line}'}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        if (next === '' || isTemplate(next)) setTemplate(next);
      }}
    />
  );
}
