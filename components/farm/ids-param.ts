import { createParser } from 'nuqs/server';
import { counted } from '@/lib/answer/counted';
import { shortened } from '@/lib/answer/shortened';
import { MAX_CHOSEN } from '@/lib/farm/plan/asked-costs';

/** Maximum number of invalid ids to quote, and of their letters. */
const MAX_QUOTED = 3;
const MAX_QUOTED_LENGTH = 50;

/** Ids of one kind, at most as many as fit into a URL. Invalid ones are left out; without a valid one there is no choice. */
export const parseAsIds = (id: RegExp) =>
  createParser<string[]>({
    parse: (text) => {
      const ids = idsOf(text).filter((one) => id.test(one));
      return ids.length > 0 ? ids.slice(0, MAX_CHOSEN) : null;
    },
    serialize: (ids) => ids.join(),
    eq: (a, b) => a.join() === b.join(),
  });

/** Which ids of a URL are left out of a choice, in sentences; undefined if none is, or if there is no choice. */
export function leftOutText(text: string, id: RegExp, kind: 'queue' | 'fleet'): string | undefined {
  const ids = idsOf(text);
  const invalid = ids.filter((one) => !id.test(one));
  const validCount = ids.length - invalid.length;
  if (validCount === 0) return undefined;
  const sentences = [
    ...(invalid.length > 0 ? [invalidText(invalid, kind)] : []),
    ...(validCount > MAX_CHOSEN
      ? [`This link has ${counted(validCount, kind)}. Showing the first ${MAX_CHOSEN}.`]
      : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : undefined;
}

function invalidText(invalid: readonly string[], kind: string): string {
  const quoted = invalid.slice(0, MAX_QUOTED).map((id) => `“${shortened(id, MAX_QUOTED_LENGTH)}”`);
  const more = invalid.length - quoted.length;
  const list = [...quoted, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return invalid.length === 1
    ? `${list} in this link is no ${kind} id, and is left out.`
    : `${list} in this link are no ${kind} ids, and are left out.`;
}

const idsOf = (text: string) => [...new Set(text.split(','))];
