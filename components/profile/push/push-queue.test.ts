import { describe, expect, it } from 'vitest';
import type { PushedFile } from '@/lib/profile/view/pushed-file';
import {
  EMPTY_QUEUE,
  emptied,
  groupProblem,
  MAX_FILES,
  profileToShow,
  queueText,
  waitingFiles,
  withChange,
  withFiles,
  withoutFile,
  withRefusal,
} from './push-queue';

const file = (name: string, size = 1) => new File(['x'.repeat(size)], name);
const queue = (...files: File[]) => withFiles(EMPTY_QUEUE, { files, folders: [] }, 10);

describe('a queue of files to push', () => {
  it('proposes the group that the command would take', () => {
    expect(queue(file('checkout service.pb.gz')).files).toMatchObject([
      { id: 1, group: 'checkout-service', state: { name: 'waiting' } },
    ]);
  });

  it('refuses large files and folders at once', () => {
    const { files } = withFiles(EMPTY_QUEUE, { files: [file('a.pb', 11)], folders: ['src'] }, 10);
    expect(files.map(({ state }) => state.name === 'refused' && state.sentence)).toEqual([
      expect.stringMatching(/^a\.pb can’t be pushed\. It is larger than /),
      'src can’t be pushed. It is a folder. Choose its files.',
    ]);
  });

  it('refuses only a file that still waits', () => {
    const two = withChange(queue(file('a'), file('b')), 1, { state: { name: 'pushing' } });
    expect(withRefusal(two, 1, 'No.')).toBe(two);
    expect(withRefusal(two, 3, 'No.')).toBe(two);
    expect(withRefusal(two, 2, 'No.').files[1]?.state).toEqual({ name: 'refused', sentence: 'No.' });
  });

  it('takes a limited number of files and counts the others', () => {
    const many = Array.from({ length: MAX_FILES }, (_, i) => file(`${i}.pb`));
    const full = withFiles(queue(file('a'), file('b')), { files: many, folders: [] }, 10);
    expect([full.files.length, full.leftOut]).toEqual([MAX_FILES, 2]);
    expect(new Set(full.files.map(({ id }) => id)).size).toBe(MAX_FILES);
  });

  it('reports how far it is', () => {
    const three = queue(file('a'), file('b'), file('c'));
    expect(queueText(three)).toBe('');
    const pushing = withChange(three, 2, { state: { name: 'pushing' } });
    expect(queueText(pushing)).toBe('Pushing b, file 2 of 3 …');
    const pushed = withChange(three, 1, { state: { name: 'pushed', pushed: {} as PushedFile } });
    const ended = withChange(pushed, 2, { state: { name: 'refused', sentence: 'No.' } });
    expect(queueText(ended)).toBe('1 file pushed. 1 file refused.');
    expect(waitingFiles(ended).map(({ id }) => id)).toEqual([3]);
    expect(withoutFile(ended, 1).files.map(({ id }) => id)).toEqual([2, 3]);
  });

  it('gives no id twice', () => {
    const fewer = withoutFile(queue(file('a'), file('b')), 2);
    const ids = (from: typeof fewer) =>
      withFiles(from, { files: [file('c')], folders: [] }, 10).files.map(({ id }) => id);
    expect([ids(fewer), ids(emptied(fewer))]).toEqual([[1, 3], [3]]);
  });

  it('shows the profile of the only file, unless it has notes or another file waits', () => {
    const profile = { notes: [] as string[] } as PushedFile;
    const pushed = (result: PushedFile) =>
      withChange(queue(file('a')), 1, { state: { name: 'pushed', pushed: result } });
    expect(profileToShow(pushed(profile))).toBe(profile);
    expect(profileToShow(pushed({ ...profile, notes: ['Cut.'] }))).toBeUndefined();
    expect(profileToShow(pushed({ ...profile, listedAt: 1 }))).toBeUndefined();
    const dropped = withFiles(pushed(profile), { files: [file('b')], folders: [] }, 10);
    expect(profileToShow(dropped)).toBeUndefined();
    expect(profileToShow(queue(file('a')))).toBeUndefined();
  });

  it.each([
    ['cancelled', '1 file cancelled.'],
    ['lost', '1 file without an answer.'],
  ] as const)('does not let a file wait whose push was %s', (name, text) => {
    const ended = withChange(queue(file('a'), file('b')), 1, { state: { name } });
    expect(waitingFiles(ended).map(({ id }) => id)).toEqual([2]);
    expect(queueText(ended)).toBe(text);
  });

  it('checks names of groups', () => {
    expect([groupProblem('my-app_2'), groupProblem('my app')]).toEqual([
      undefined,
      'A group’s name has 1 to 255 letters, digits, _ and -.',
    ]);
  });
});
