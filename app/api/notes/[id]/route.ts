import { z } from 'zod';
import { route } from '@/lib/server/http/respond';
import { MAX_NOTE_BODY_BYTES, noteBody, noteId } from '@/lib/server/notes/note-fields';
import { deleteNote, writeNote } from '@/lib/server/notes/write-note';

const params = z.object({ id: noteId });

export const PUT = route({
  need: 'writeNotes',
  about: 'Replaces a note.',
  params,
  body: noteBody,
  maxBodyBytes: MAX_NOTE_BODY_BYTES,
  answer: ({ params: { id }, body }) => writeNote(body, id),
});

export const DELETE = route({
  need: 'writeNotes',
  about: 'Deletes a note.',
  answers: 'other',
  params,
  answer: ({ params: { id } }) => deleteNote(id),
});
