import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const FORBIDDEN = [
  ['lib/time', '@/lib/profile/call-tree'],
  ['lib/time', '../server/env'],
  ['lib/profile', '@/lib/farm/series'],
  ['lib/farm', '../profile/states'],
  ['lib/canary', '@/lib/queries/canary'],
  ['lib/queries', '@/lib/server/env'],
  ['lib/server', '../local-aws/server'],
  ['lib/local-aws', '../server/env'],
  ['lib/local-aws', '@aws-sdk/client-deadline'],
  ['components', '@/lib/server/env'],
  ['components/a', '../../lib/server/env'],
  ['app', '@/lib/local-aws/server'],
  ['app', 'd3-flame-graph'],
  ['components', '@/lib/profile/search-names'],
  ['app', 're2js'],
] as const;

const ALLOWED = [
  ['lib/time', 'nuqs/server'],
  ['lib/profile', '@/lib/time/range'],
  ['lib/local-aws/a', '../protocol/operation'],
  ['lib/local-aws', '@/lib/profile/merge'],
  ['components', '@/lib/queries/farm'],
  ['components', '@/lib/profile/search'],
  ['app', '@/lib/server/env'],
] as const;

/** Lints a tree that has one file for each import, by the project's own rules; the files that are refused. */
function refusedFiles(imports: readonly (readonly [folder: string, source: string])[]): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'one-way-rule-'));
  const config = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(join(tree, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
  const files = imports.map(([folder, source], i) => {
    const file = join(tree, folder, `import${i}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `export * from '${source}';\n`);
    return file;
  });
  const args = [
    'lint',
    '--max-diagnostics=none',
    '--only=style/noRestrictedImports',
    '--reporter=github',
    tree,
  ];
  const { stdout } = spawnSync(join(process.cwd(), 'node_modules/.bin/biome'), args, {
    cwd: tree,
    encoding: 'utf8',
  });
  rmSync(tree, { recursive: true });
  return files.flatMap((file, i) =>
    stdout.includes(file.slice(tree.length + 1)) ? [imports[i]?.join(' ← ') ?? ''] : [],
  );
}

it('refuses imports against the one way and lets the others through', () => {
  expect(refusedFiles([...ALLOWED, ...FORBIDDEN])).toEqual(FORBIDDEN.map((pair) => pair.join(' ← ')));
});
