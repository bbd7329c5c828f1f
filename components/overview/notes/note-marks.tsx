'use client';

import { VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { percentAt } from '@/components/range/plot/plot-axis';
import { useRange } from '@/components/range/use-range';
import type { Note } from '@/lib/overview/note';
import { noteText } from '@/lib/overview/note-text';
import { placedMarks } from '@/lib/overview/placed-marks';
import { NoteMenu } from './note-menu';
import classes from './notes.module.css';

type NoteMarksProps = { notes: readonly Note[]; onEdit(note: Note): void };

/** The notes of the range on its axis, and as a list for screen readers. */
export function NoteMarks({ notes, onEdit }: NoteMarksProps) {
  const { span, zone } = useRange();
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} className={classes.marks}>
      {notes.map(
        ({ id, from, to }) =>
          to !== undefined && (
            <div
              key={id}
              className={classes.span}
              style={{ left: percentAt(from, span), right: `calc(100% - ${percentAt(to, span)})` }}
            />
          ),
      )}
      {width > 0 &&
        placedMarks(notes, span, width).map((mark) => (
          <NoteMenu
            key={mark.items[0]?.id}
            mark={mark}
            side={mark.x > width / 2 ? 'left' : 'right'}
            onEdit={onEdit}
          />
        ))}
      {notes.length > 0 && (
        <VisuallyHidden>
          <ul aria-label="Notes in this range">
            {notes.map((note) => (
              <li key={note.id}>{noteText(note, zone)}</li>
            ))}
          </ul>
        </VisuallyHidden>
      )}
    </div>
  );
}
