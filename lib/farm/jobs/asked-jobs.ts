import { possibleKeys } from '../filters/needed-keys';
import { askedBy } from '../plan/asked-by';
import type { AskedCosts } from '../plan/asked-costs';

/** The costs by job that belong to the costs of a page. Undefined if the filters leave AWS no key for the job. */
export const askedJobs = (asked: AskedCosts): AskedCosts | undefined =>
  possibleKeys(asked.filters).includes('JOB_ID') ? askedBy(asked, 'JOB_ID', asked.filters) : undefined;
