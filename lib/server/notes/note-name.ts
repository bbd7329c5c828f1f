import { randomBytes } from 'node:crypto';

/** The ids of notes, which are the names of their files: start, end, and a random part. */
export const NOTE_ID = /^\d{13}-\d{13}-[\w-]{22}$/;

/** The last instant that a name has room for. */
export const LAST_NOTE_INSTANT = 9_999_999_999_999;

const digits = (instant: number) => String(instant).padStart(13, '0');

/** A new name for a note, which sorts by its start. Names and contents belong together for good. */
export const newNoteId = ({ from, to = from }: { from: number; to?: number | undefined }): string =>
  `${digits(from)}-${digits(to)}-${randomBytes(16).toString('base64url')}`;

/** The times in a name. */
export const timesIn = (id: string) => ({ from: Number(id.slice(0, 13)), to: Number(id.slice(14, 27)) });
