import type { Answer } from '@/lib/answer/answer';
import { formatNumber } from '@/lib/answer/format-number';
import { isNoteIn, type NotesInSpan, type NotesRequest } from '@/lib/overview/note';
import type { Span } from '@/lib/time/range';
import { exactNow } from '../clock';
import { keptAnswer } from '../links/kept-answer';
import { MAX_IN_ANSWER } from './notes';
import { storedNotes } from './stored-notes';

type Kept = NotesInSpan & { span: Span; asOf: number };

/**
 * The notes of a span. A shared link keeps those of its page, also after they were changed, and answers with them for parts of it. Rejects
 * with a ProblemError.
 */
export async function getNotes({ startTime, endTime }: NotesRequest): Promise<Answer<NotesInSpan>> {
  const span = { from: startTime, to: endTime };
  const kept = await keptAnswer<Kept>('notes', '', async () => {
    const asOf = exactNow();
    return { ...(await (await storedNotes()).inSpan(span)), span, asOf };
  });
  const notes = kept.notes.filter((note) => isNoteIn(note, span));
  const isCut = kept.total > kept.notes.length;
  const isOutside = span.from < kept.span.from || span.to > kept.span.to;
  return {
    data: { notes, total: isCut ? kept.total : notes.length },
    asOf: kept.asOf,
    partial: isCut || isOutside,
    warnings: [
      ...(isCut ? [`Only the newest ${MAX_IN_ANSWER} of ${formatNumber(kept.total)} notes are shown.`] : []),
      ...(isOutside ? ['This link keeps only the notes of the range that its page showed.'] : []),
    ],
  };
}
