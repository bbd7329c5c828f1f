/** Whole UTC days of history that the sample farms have before today's. */
export const HISTORY_DAYS = 60;
