import { describe, expect, it } from 'vitest';
import { changeNotes, failedText } from './change-notes';
import type { SideStatus } from './use-summary-change';

const sides = (yesterday: SideStatus['status'], week: SideStatus['status']): SideStatus[] => [
  { words: 'yesterday', status: yesterday },
  { words: 'a week before', status: week },
];

describe('changeNotes', () => {
  it.each([
    ['loaded', 'loaded', ['No clear change on yesterday or a week before.']],
    ['loaded', 'empty', ['No clear change on yesterday.', 'No samples of a week before to compare with.']],
    ['empty', 'empty', ['No samples of yesterday or a week before to compare with.']],
    ['failed', 'loaded', ['No clear change on a week before.']],
    ['failed', 'failed', []],
  ] as const)('reads differently for yesterday %s, the week before %s', (yesterday, week, notes) => {
    expect(changeNotes(sides(yesterday, week), '')).toEqual(notes);
  });

  it('states the maximum depth, and that a range can be too long', () => {
    expect(changeNotes(sides('loaded', 'loaded'), ' down to depth 20')[0]).toBe(
      'No clear change down to depth 20 on yesterday or a week before.',
    );
    expect(changeNotes([], '')).toEqual(['Changes are known for ranges of at most 7 days.']);
  });
});

describe('failedText', () => {
  it('names each profile that can’t be read', () => {
    expect(failedText(sides('loaded', 'empty'))).toBe('');
    expect(failedText(sides('failed', 'loaded'))).toBe('The profile of yesterday can’t be read.');
    expect(failedText(sides('failed', 'failed'))).toBe(
      'The profile of yesterday and of a week before can’t be read.',
    );
  });
});
