import { expect, it, vi } from 'vitest';
import { ProblemError } from './problem';

const problem = { code: 'Timeout', message: 'It took too long.', status: 504, retryable: true };

it('recognizes an error that another bundle made', async () => {
  vi.resetModules();
  const other = await import('./problem');
  expect(other.ProblemError).not.toBe(ProblemError);
  expect(new other.ProblemError(problem)).toBeInstanceOf(ProblemError);
  for (const value of [new Error('It took too long.'), { problem }, null, 'ProblemError']) {
    expect(value instanceof ProblemError).toBe(false);
  }
});
