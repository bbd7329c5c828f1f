'use client';

import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconFlagPlus } from '@tabler/icons-react';
import { useRange } from '@/components/range/use-range';
import type { Draft } from './note-form';
import { proposedTime } from './proposed-time';
import { useNotesRefusal } from './use-notes';

/** The button and the key that begin a note at the crosshair. */
export function AddNote({ onAdd }: { onAdd(draft: Draft): void }) {
  const { span, now } = useRange();
  const add = () => onAdd(proposedTime(span, now));
  const refusal = useNotesRefusal();
  useHotkeys(refusal === undefined ? [['n', add]] : []);
  return (
    <Button
      size="xs"
      variant="default"
      aria-keyshortcuts="n"
      disabled={refusal !== undefined}
      title={refusal}
      leftSection={<IconFlagPlus size={14} aria-hidden />}
      onClick={add}
    >
      Add a note
    </Button>
  );
}
