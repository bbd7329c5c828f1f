import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('lets a test replace or reload modules only where it has a process of its own', () => {
  const calls = 'vi\\.(mock|doMock|resetModules)\\(';
  const files = execFileSync('git', ['grep', '--untracked', '-lE', calls, '--', '*.test.ts', '*.test.tsx'], {
    encoding: 'utf8',
  });
  const replacing = files.trim().split('\n');
  expect(replacing).toContain('lib/server/deadline/costs/limits.alone.test.ts');
  expect(replacing.filter((file) => !file.endsWith('.alone.test.ts'))).toEqual([]);
});
