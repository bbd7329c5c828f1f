import { route } from '@/lib/server/http/respond';
import { getNotes } from '@/lib/server/notes/get-notes';
import { MAX_NOTE_BODY_BYTES, noteBody, notesQuery } from '@/lib/server/notes/note-fields';
import { hasNotesToken } from '@/lib/server/notes/notes-token';
import { writeNote } from '@/lib/server/notes/write-note';

export const GET = route({
  need: 'view',
  about: 'Lists the notes in a range.',
  query: notesQuery,
  answer: ({ query }) => getNotes(query),
});

/** Adds a note, for the dashboard's pages and for programs with the token. */
export const POST = route({
  need: 'writeNotes',
  about: 'Adds a note to the time axis.',
  body: noteBody,
  maxBodyBytes: MAX_NOTE_BODY_BYTES,
  isAdmitted: hasNotesToken,
  answer: ({ body }) => writeNote(body),
});
