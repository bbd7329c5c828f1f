/** A profile of a time range, epoch milliseconds, by the fields of GetProfile. */
export type ProfileAsk = {
  group: string;
  startTime?: number;
  endTime?: number;
  /** ISO-8601 duration; alone it means the latest aggregated profile. */
  period?: string;
  /** 1–10000 frames from the root. */
  maxDepth?: number;
};
