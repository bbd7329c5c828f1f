import type { SideStatus } from './use-summary-change';

/** The sentences about changes in a summary that names no changed function. */
export function changeNotes(sides: readonly SideStatus[], depth: string): string[] {
  if (sides.length === 0) return ['Changes are known for ranges of at most 7 days.'];
  const wordsOf = (status: SideStatus['status']) =>
    sides.flatMap((side) => (side.status === status ? side.words : [])).join(' or ');
  const [compared, empty] = [wordsOf('loaded'), wordsOf('empty')];
  return [
    ...(compared ? [`No clear change${depth} on ${compared}.`] : []),
    ...(empty ? [`No samples of ${empty} to compare with.`] : []),
  ];
}

/** States which profiles can't be read; '' for none. */
export function failedText(sides: readonly SideStatus[]): string {
  const failed = sides.flatMap(({ words, status }) => (status === 'failed' ? words : []));
  return failed.length > 0 ? `The profile of ${failed.join(' and of ')} can’t be read.` : '';
}
