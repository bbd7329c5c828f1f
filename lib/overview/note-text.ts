import { counted } from '@/lib/answer/counted';
import { formatInstant, formatSpan } from '@/lib/time/format';
import type { Note } from './note';

/** `24 Nov 2026, 13:45 UTC`, or both ends. */
export const noteTime = ({ from, to }: Pick<Note, 'from' | 'to'>, zone: string): string =>
  to === undefined ? formatInstant(from, zone) : formatSpan({ from, to }, zone);

/** `24 Nov 2026, 13:45 UTC: Deploy 4.2 (deploy, by ci)` */
export function noteText(note: Note, zone: string): string {
  const about = [note.kind, note.by && `by ${note.by}`].filter(Boolean).join(', ');
  return `${noteTime(note, zone)}: ${note.text}${about && ` (${about})`}`;
}

/** What a mark says: its only note, or the number of notes with the first ones. */
export function markText(notes: readonly Note[], zone: string): string {
  const [first, ...others] = notes;
  if (!first) return '';
  if (others.length === 0) return `Note: ${noteText(first, zone)}`;
  const shown = notes.slice(0, MAX_IN_MARK).map((note) => noteText(note, zone));
  const more = notes.length - MAX_IN_MARK;
  return `${counted(notes.length, 'note')}: ${[...shown, ...(more > 0 ? [`${more} more`] : [])].join('; ')}`;
}

const MAX_IN_MARK = 3;
