import { formatNumber } from '@/lib/answer/format-number';
import { ProblemError } from '@/lib/answer/problem';

const problem = (code: string, status: number, message: string) =>
  new ProblemError({ code, message, status, retryable: false });

export const notesAreOff = () =>
  problem(
    'NotesOff',
    503,
    'This dashboard has no folder in which notes can be stored. Start it with --data, or set TRIPTYCH_ARCHIVE.',
  );

export const noSuchNote = () =>
  problem(
    'NoSuchNote',
    404,
    'This note was changed or deleted meanwhile. Refresh the page to see it as it is now.',
  );

export const noteTooEarly = (max: number) =>
  problem(
    'NoteTooEarly',
    409,
    `There are ${formatNumber(max)} notes, the maximum, and all are later than this one. Delete one of them first.`,
  );

export const notesAreKept = () =>
  problem(
    'ReadOnly',
    409,
    'A shared link shows the notes of when it was made. Change them on the live page.',
  );

export const wrongToken = () =>
  problem('WrongToken', 401, 'The token in the Authorization header is not that of TRIPTYCH_NOTES_TOKEN.');

export const noToken = () =>
  problem(
    'TokenNotSet',
    403,
    'This dashboard takes no notes by token. Set TRIPTYCH_NOTES_TOKEN on its server, with at least 16 characters.',
  );
