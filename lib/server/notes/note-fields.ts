import { z } from 'zod';
import { MAX_NOTE_BY, MAX_NOTE_KIND, MAX_NOTE_LINK, MAX_NOTE_TEXT } from '@/lib/overview/note';
import { END_AFTER_START, instant } from '../http/fields';
import { LAST_NOTE_INSTANT, NOTE_ID } from './note-name';

/** Maximum size of a note's body. */
export const MAX_NOTE_BODY_BYTES = 8 * 1024;

const text = (max: number) => {
  const rule = `must be a text of 1 to ${max} characters, without line breaks`;
  return z
    .string({ error: rule })
    .trim()
    .min(1, rule)
    .max(max, rule)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, rule);
};

const LINK_RULE = `must be an address that begins with https://, at most ${MAX_NOTE_LINK} characters`;

const link = z
  .string({ error: LINK_RULE })
  .max(MAX_NOTE_LINK, LINK_RULE)
  .refine((address) => URL.canParse(address) && new URL(address).protocol === 'https:', LINK_RULE)
  .transform((address) => new URL(address).href)
  .pipe(z.string().max(MAX_NOTE_LINK, LINK_RULE));

const TIME_RULE = 'must be from 1970 to 2286';
const time = instant.refine((at) => at >= 0 && at <= LAST_NOTE_INSTANT, TIME_RULE);

/** A note as it is written; without a start, it is of now. */
export const noteBody = z
  .strictObject(
    {
      text: text(MAX_NOTE_TEXT),
      from: time.optional(),
      to: time.optional(),
      link: link.optional(),
      kind: text(MAX_NOTE_KIND).optional(),
      by: text(MAX_NOTE_BY).optional(),
    },
    {
      error: ({ code, keys }) =>
        code === 'unrecognized_keys'
          ? `has an unknown member ${keys?.[0]}: its members are text, from, to, link, kind, by`
          : undefined,
    },
  )
  .refine(({ from, to }) => from !== undefined || to === undefined, {
    path: ['from'],
    message: 'must be given with to',
  })
  .refine(({ from, to }) => from === undefined || to === undefined || to > from, {
    path: ['to'],
    message: 'must be after from',
  });

const ID_RULE = 'must be the id of a note';

export const noteId = z.string({ error: ID_RULE }).regex(NOTE_ID, ID_RULE);

export const notesQuery = z.object({ startTime: instant, endTime: instant }).refine(...END_AFTER_START);
