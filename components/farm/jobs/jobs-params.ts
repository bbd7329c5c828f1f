import { textParam } from '@/lib/answer/text-param';
import { MAX_PATTERN_LENGTH } from '@/lib/farm/jobs/name-parts';

/** The parameter of the panel of jobs in the URL of a farm: the pattern by whose groups job names are rolled up. */
export const jobsParams = { pattern: textParam(MAX_PATTERN_LENGTH).withDefault('') };

export const JOBS_SENTENCES = {
  pattern: `The pattern in this link is longer than ${MAX_PATTERN_LENGTH} characters. Showing the most expensive jobs.`,
};
