import { textParam } from '@/lib/answer/text-param';

export const MAX_FIND_LENGTH = 200;

/** The text of a search in a table, in the URL. */
export const findParam = textParam(MAX_FIND_LENGTH).withDefault('');
