import { afterEach, expect, test, vi } from 'vitest';
import { asProblemError } from './problem';

afterEach(() => {
  vi.restoreAllMocks();
});

test('logs an unforeseen error under the id that the viewer gets', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { problem } = asProblemError(new Error('first\nsecond'));
  expect(problem).toMatchObject({ code: 'Unexpected', status: 500 });
  expect(error.mock.calls.flat().join()).toContain(
    `unexpected error ${problem.requestId}: Error: first | second`,
  );
});

test('logs no error when the viewer of a page has left', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  asProblemError(Object.assign(new Error(), { name: 'ResponseAborted' }));
  expect(error).not.toHaveBeenCalled();
});
