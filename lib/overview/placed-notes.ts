import type { Span } from '@/lib/time/range';
import type { Note } from './note';

/** Notes closer together share a mark, because neither could be pressed. */
const MIN_DISTANCE_PX = 24;

/** A mark on the axis: its left edge in pixels, and its notes, oldest first. */
export type NoteMark = { x: number; notes: Note[] };

/** Places notes, oldest first, on an axis of a width in pixels. Those that began before it are at its start. */
export function placedNotes(notes: readonly Note[], { from, to }: Span, width: number): NoteMark[] {
  const marks: NoteMark[] = [];
  for (const note of notes) {
    const share = Math.max(0, note.from - from) / Math.max(1, to - from);
    const x = Math.max(0, Math.min(share * width, width - MIN_DISTANCE_PX / 2));
    const last = marks.at(-1);
    if (last && x - last.x < MIN_DISTANCE_PX) last.notes.push(note);
    else marks.push({ x, notes: [note] });
  }
  return marks;
}
