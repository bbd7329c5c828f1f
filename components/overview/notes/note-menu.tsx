'use client';

import { ActionIcon, Anchor, Group, Text } from '@mantine/core';
import { IconFlagFilled, IconPencil, IconTrash } from '@tabler/icons-react';
import { useZone } from '@/components/range/use-range';
import type { Note } from '@/lib/overview/note';
import { markText, noteTime } from '@/lib/overview/note-text';
import type { PlacedMark } from '@/lib/overview/placed-marks';
import { AxisMark } from '../axis-mark';
import { useDeleteNote } from './use-delete-note';
import { useNotesRefusal } from './use-notes';

/** Maximum number of notes in the list of a mark; others have marks of their own in a shorter range. */
const MAX_LISTED = 50;

type NoteMenuProps = {
  mark: PlacedMark<Note>;
  /** Where its text has room. */
  side: 'left' | 'right';
  onEdit(note: Note): void;
};

/** A mark on the time axis, with its notes on hover and focus, which opens them. */
export function NoteMenu({ mark: { x, items: notes }, side, onEdit }: NoteMenuProps) {
  const zone = useZone();
  const canChange = useNotesRefusal() === undefined;
  const remove = useDeleteNote();
  const text = markText(notes, zone);
  const leftOut = notes.length - MAX_LISTED;
  return (
    <AxisMark {...{ x, side, text }} icon={<IconFlagFilled size={13} aria-hidden />} count={notes.length}>
      {(close) => (
        <>
          {notes.slice(0, MAX_LISTED).map((note) => (
            <li key={note.id}>
              <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
                <Text size="sm" fw={600}>
                  {note.text}
                </Text>
                {canChange && (
                  <Group gap={4} wrap="nowrap">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      title="Change"
                      aria-label={`Change the note ${note.text}`}
                      onClick={() => {
                        close();
                        onEdit(note);
                      }}
                    >
                      <IconPencil size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      title="Delete"
                      aria-label={`Delete the note ${note.text}`}
                      onClick={() => {
                        close();
                        remove(note);
                      }}
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                )}
              </Group>
              <Text size="xs" c="dimmed">
                {[noteTime(note, zone), note.kind, note.by && `by ${note.by}`].filter(Boolean).join(' · ')}
              </Text>
              {note.link !== undefined && (
                <Anchor href={note.link} target="_blank" rel="noopener noreferrer" size="xs">
                  {note.link}
                </Anchor>
              )}
            </li>
          ))}
          {leftOut > 0 && (
            <li>
              <Text size="xs" c="dimmed">
                {leftOut} more. Choose a shorter range to see them.
              </Text>
            </li>
          )}
        </>
      )}
    </AxisMark>
  );
}
