/** The result of a search in words, and whether it is an error or only in thread states that aren't shown. */
export type SearchResult = { text: string; isError?: boolean; isElsewhere?: boolean };

export const NO_MATCH = 'No function matches.';

export const SEARCHING = 'Searching …';
