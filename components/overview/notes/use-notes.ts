'use client';

import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { useRefusal } from '@/components/access/person-context';
import { useRange } from '@/components/range/use-range';
import { isNotKept } from '@/lib/answer/problem';
import type { Note } from '@/lib/overview/note';
import { NOTES_KEY, notesOptions } from '@/lib/queries/notes';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';
import { rangeSearchParams } from '@/lib/time/search-params';

type Notes = {
  notes: readonly Note[];
  warnings: readonly string[];
  error: Error | null;
  retry(): void;
};

const NONE: readonly Note[] = [];

/** The notes of the page's range. */
export function useNotes(): Notes {
  const { span } = useRange();
  const { data, error, refetch } = useQuery({
    ...notesOptions({ startTime: span.from, endTime: span.to }),
    placeholderData: keepPreviousData,
  });
  return {
    notes: data?.data.notes ?? NONE,
    warnings: data?.warnings ?? [],
    // A link that was made before there were notes keeps none.
    error: isNotKept(error) ? null : error,
    retry: () => void refetch(),
  };
}

/** More lines would hide what they are about. */
const MAX_LINES = 60;

/** The instants of a range at which its charts have lines: where notes begin, or none if there are too many. */
export function notedTimes(notes: readonly Note[], span: Span): readonly number[] {
  const times = [...new Set(notes.map(({ from }) => from))].filter((at) => at >= span.from && at < span.to);
  return times.length <= MAX_LINES ? times : [];
}

/** Returns a function that reads the notes again after one was changed. */
export function useRereadNotes(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: [NOTES_KEY] });
}

/** Why notes can't be changed; undefined if they can. */
export function useNotesRefusal(): string | undefined {
  const [{ kept }] = useQueryStates(rangeSearchParams);
  const refusal = useRefusal('writeNotes');
  return kept === null ? refusal : 'A shared link shows the notes of when it was made.';
}
