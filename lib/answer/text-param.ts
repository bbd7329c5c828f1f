import { createParser } from 'nuqs/server';

/** Parses a text in a URL, unless it is longer than `maxLength`. */
export const textParam = (maxLength: number) =>
  createParser<string>({
    parse: (text) => (text.length <= maxLength ? text : null),
    serialize: (text) => text,
  });
