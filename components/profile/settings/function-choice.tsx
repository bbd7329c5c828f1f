'use client';

import { Select } from '@mantine/core';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { TopFunction } from '@/lib/profile/transform/top-functions';
import { functionKey } from '@/lib/profile/tree/path-key';

type FunctionChoiceProps = {
  functions: readonly TopFunction[];
  /** The inspected function, which may not be in the list. */
  inspected: { key: string; name: string } | undefined;
  onInspect(key: string): void;
};

const MAX_OPTIONS = 100;
const MAX_LABEL_LENGTH = 200;

/** Selects the inspected function by a part of its name. */
export function FunctionChoice({ functions, inspected, onInspect }: FunctionChoiceProps) {
  const options = new Map(functions.map(({ name }) => [functionKey(name), optionLabel(name)]));
  if (inspected) options.set(inspected.key, optionLabel(inspected.name));
  return (
    <Select
      size="xs"
      searchable
      aria-label="Function to inspect"
      placeholder="Choose a function"
      nothingFoundMessage="No match among the functions with the most samples"
      maw={560}
      limit={MAX_OPTIONS}
      maxDropdownHeight={320}
      allowDeselect={false}
      data={[...options].map(([value, label]) => ({ value, label }))}
      value={inspected?.key ?? null}
      onChange={(key) => key && onInspect(key)}
    />
  );
}

function optionLabel(name: string): string {
  const { label, module } = parseFrame(name);
  return (module ? `${label}, ${module}` : label).slice(0, MAX_LABEL_LENGTH);
}
