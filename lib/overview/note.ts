import type { Span } from '@/lib/time/range';

export const MAX_NOTE_TEXT = 200;
export const MAX_NOTE_KIND = 30;
export const MAX_NOTE_BY = 60;
export const MAX_NOTE_LINK = 1000;

/** What happened at an instant, or over a span, by what somebody wrote. */
export type Note = {
  /** Changes with each edit. */
  id: string;
  /** Epoch milliseconds. */
  from: number;
  /** Of a span, after `from`. */
  to?: number | undefined;
  text: string;
  /** An https address. */
  link?: string | undefined;
  /** A word such as `deploy`. */
  kind?: string | undefined;
  /** Who or what wrote it. */
  by?: string | undefined;
};

/** What a note says, without its id. */
export type NoteContent = Omit<Note, 'id'>;

/** The notes of a span, oldest first. */
export type NotesInSpan = {
  notes: Note[];
  /** The number of all, of which at most the newest are in `notes`. */
  total: number;
};

export type NotesRequest = { startTime: number; endTime: number };

/** Whether a note is, at least in part, in a span. One at its end is, because a note is at the end of the range unless it says otherwise. */
export const isNoteIn = ({ from, to = from }: Pick<Note, 'from' | 'to'>, span: Span): boolean =>
  from <= span.to && to >= span.from;
