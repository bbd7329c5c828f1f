import { createParser } from 'nuqs/server';
import { MAX_PATTERN_LENGTH } from '@/lib/farm/jobs/name-parts';

const parseAsPattern = createParser({
  parse: (text) => (text.length <= MAX_PATTERN_LENGTH ? text : null),
  serialize: (text: string) => text,
});

/** The parameter of the panel of jobs in the URL of a farm: the pattern by whose groups job names are rolled up. */
export const jobsParams = { pattern: parseAsPattern.withDefault('') };

export const JOBS_SENTENCES = {
  pattern: `The pattern in this link is longer than ${MAX_PATTERN_LENGTH} characters. Showing the most expensive jobs.`,
};
