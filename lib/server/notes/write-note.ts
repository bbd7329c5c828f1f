import type { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import type { Note } from '@/lib/overview/note';
import { exactNow } from '../clock';
import { keptLink } from '../links/link-scope';
import { auditFact } from '../log/audit';
import type { noteBody } from './note-fields';
import { notesAreKept } from './note-problems';
import { storedNotes } from './stored-notes';

/** Adds a note, or replaces the one with an id. Rejects with a ProblemError. */
export async function writeNote(body: z.output<typeof noteBody>, id?: string): Promise<Answer<Note>> {
  if (keptLink()) throw notesAreKept();
  const notes = await storedNotes();
  const content = { ...body, from: body.from ?? exactNow() };
  const note = await (id === undefined ? notes.add(content) : notes.replace(id, content));
  auditFact('note', note.id);
  return { data: note, asOf: exactNow(), partial: false, warnings: [] };
}

/** Deletes a note. Rejects with a ProblemError. */
export async function deleteNote(id: string): Promise<{ id: string }> {
  if (keptLink()) throw notesAreKept();
  await (await storedNotes()).remove(id);
  return { id };
}
