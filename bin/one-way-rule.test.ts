import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Whether the linter refuses a file at `path` that imports `source`. */
function refused(path: string, source: string): boolean {
  const { stdout, stderr } = spawnSync(
    'node_modules/.bin/biome',
    ['lint', `--stdin-file-path=${path}`, '--only=style/noRestrictedImports'],
    { input: `export * from '${source}';\n`, encoding: 'utf8' },
  );
  return `${stdout}${stderr}`.includes('noRestrictedImports');
}

describe('the one-way rule', () => {
  it.each([
    ['lib/time/x.ts', '@/lib/profile/call-tree'],
    ['lib/time/x.ts', '../server/env'],
    ['lib/profile/x.ts', '@/lib/farm/series'],
    ['lib/farm/x.ts', '../profile/states'],
    ['lib/canary/x.ts', '@/lib/queries/canary'],
    ['lib/queries/x.ts', '@/lib/server/env'],
    ['lib/server/x.ts', '../local-aws/server'],
    ['lib/local-aws/x.ts', '../server/env'],
    ['lib/local-aws/x.ts', '@aws-sdk/client-deadline'],
    ['components/x.tsx', '@/lib/server/env'],
    ['components/a/x.tsx', '../../lib/server/env'],
    ['app/x.tsx', '@/lib/local-aws/server'],
    ['app/x.tsx', 'd3-flame-graph'],
  ])('%s may not import %s', (path, source) => {
    expect(refused(path, source)).toBe(true);
  });

  it.each([
    ['lib/time/x.ts', 'nuqs/server'],
    ['lib/profile/x.ts', '@/lib/time/range'],
    ['lib/local-aws/a/x.ts', '../protocol/operation'],
    ['lib/local-aws/x.ts', '@/lib/profile/merge'],
    ['lib/server/x.test.ts', '@/lib/local-aws/server'],
    ['components/x.tsx', '@/lib/queries/farm'],
    ['app/x.tsx', '@/lib/server/env'],
  ])('%s may import %s', (path, source) => {
    expect(refused(path, source)).toBe(false);
  });
});
