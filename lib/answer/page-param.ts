import { createParser } from 'nuqs/server';

/** The page of a table in the URL, counted from 1. */
export const parseAsPage = createParser({
  parse: (text) => (/^[1-9]\d{0,6}$/.test(text) ? Number(text) : null),
  serialize: (page: number) => String(page),
});
