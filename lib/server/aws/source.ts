/** The account and region that all calls are of. Limits and metrics are kept for each source. */
export const SOURCE = 'default';
