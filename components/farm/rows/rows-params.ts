import { findParam } from '../find-param';

/** The parameter of the table of rows in the URL of a farm: the text that finds some. */
export const rowsParams = { findRows: findParam };

export const ROWS_SENTENCES = {
  findRows: 'The search for rows in this link is too long. Showing all rows.',
};
