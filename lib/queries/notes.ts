import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import type { Note, NoteContent, NotesInSpan, NotesRequest } from '@/lib/overview/note';
import { asked } from './asked';
import { apiPath, fetcherAt, fetchJson, isoInstant } from './fetch-json';

const NOTES_PATH = '/api/notes';

const notesPath = ({ startTime, endTime }: NotesRequest) =>
  apiPath(NOTES_PATH, { startTime: isoInstant(startTime), endTime: isoInstant(endTime) });

const fetchNotes = fetcherAt<NotesRequest, NotesInSpan>(notesPath);

export const NOTES_KEY = 'notes';

/** The notes of a span. */
export const notesOptions = (request: NotesRequest, fetcher = fetchNotes) =>
  queryOptions({
    queryKey: [NOTES_KEY, request],
    queryFn: ({ signal }) => fetcher(request, signal),
    meta: asked(notesPath(request)),
  });

const sent = (method: 'POST' | 'PUT', { from, to, ...content }: NoteContent): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ ...content, from: isoInstant(from), to: isoInstant(to) }),
});

const notePath = (id: string) => `${NOTES_PATH}/${encodeURIComponent(id)}`;

/** Adds a note. Rejects with a ProblemError. */
export const addNote = (content: NoteContent): Promise<Answer<Note>> =>
  fetchJson(NOTES_PATH, sent('POST', content));

/** Replaces a note, which gets another id. Rejects with a ProblemError. */
export const replaceNote = (id: string, content: NoteContent): Promise<Answer<Note>> =>
  fetchJson(notePath(id), sent('PUT', content));

/** Deletes a note. Rejects with a ProblemError. */
export const deleteNote = (id: string): Promise<object> => fetchJson(notePath(id), { method: 'DELETE' });
