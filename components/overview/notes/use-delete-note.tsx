'use client';

import { Button, Group } from '@mantine/core';
import { useRange } from '@/components/range/use-range';
import { showToast } from '@/components/toast/toasts';
import type { Note } from '@/lib/overview/note';
import { noteText } from '@/lib/overview/note-text';
import { addNote, deleteNote } from '@/lib/queries/notes';
import { SECOND } from '@/lib/time/duration';
import { useRereadNotes } from './use-notes';

const UNDO_MS = 15 * SECOND;

/** Returns a function that deletes a note at once, with a message that undoes it. */
export function useDeleteNote(): (note: Note) => void {
  const { zone } = useRange();
  const reread = useRereadNotes();
  const attempt = async (work: Promise<unknown>, title: string): Promise<boolean> => {
    try {
      await work;
      reread();
      return true;
    } catch (error) {
      await showToast({ title, message: (error as Error).message, color: 'red' });
      return false;
    }
  };
  const remove = async ({ id, ...content }: Note) => {
    if (!(await attempt(deleteNote(id), 'The note was not deleted'))) return;
    const toast = `deleted ${id}`;
    const undo = async () => {
      if (await attempt(addNote(content), 'The note was not restored'))
        await showToast({ id: toast, title: 'Note restored', message: content.text });
    };
    await showToast({
      id: toast,
      title: 'Note deleted',
      autoClose: UNDO_MS,
      message: (
        <Group justify="space-between" gap="xs" wrap="nowrap">
          <span style={{ overflowWrap: 'anywhere' }}>{noteText({ id, ...content }, zone)}</span>
          <Button size="compact-xs" variant="default" onClick={() => void undo()} style={{ flexShrink: 0 }}>
            Undo
          </Button>
        </Group>
      ),
    });
  };
  return (note) => void remove(note);
}
