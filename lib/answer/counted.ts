/** `1 queue`, `1,200 rows`, `2 retries`. */
export const counted = (count: number, singular: string, plural = `${singular}s`) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? singular : plural}`;
