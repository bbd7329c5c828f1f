import { formatNumber } from '@/lib/answer/format-number';

/** What a list without rows shows. Of `matching` canaries, those that match the filters which need no runs, `read` were read. */
export function noneFoundText(matching: number, read: number, isReading: boolean): string {
  if (matching > 0 && isReading) return 'None found yet.';
  if (matching > 0 && read === 0) return 'The runs of no canary could be read.';
  if (read < matching) return `None of the ${formatNumber(read)} canaries whose runs were read.`;
  return 'No canary matches the search and the filters.';
}
