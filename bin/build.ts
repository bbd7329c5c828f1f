import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { PAGE_SCRIPT_PATH, type PageScript } from '@/lib/download/page/html-page';
import { compressFiles } from './compress-files';

const ROOT = join(import.meta.dirname, '..');
const STANDALONE = join(ROOT, '.next/standalone');
const STAMP = join(ROOT, '.next/triptych-build');

/** Inputs of the build. An existing build is reused as long as none of them has changed. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'package-lock.json',
  'tsconfig.json',
];

/** local-aws and tests are never part of the dashboard. */
const isExcluded = (file: string) => file.includes('/lib/local-aws/') || file.includes('.test.');

export const DASHBOARD_SERVER = join(STANDALONE, 'server.js');

/**
 * Builds the dashboard unless the existing build has the same sources. Rejects when the build fails or is aborted, after its
 * process has exited.
 */
export async function buildDashboard(signal?: AbortSignal): Promise<void> {
  const fingerprint = await fingerprintOf(SOURCES);
  const isBuilt = await stat(DASHBOARD_SERVER).catch(() => undefined);
  if (isBuilt && (await readFile(STAMP, 'utf8').catch(() => '')) === fingerprint) return;
  console.log('Building the dashboard …');
  const next = join(ROOT, 'node_modules/next/dist/bin/next');
  const build = spawn(process.execPath, [next, 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  const stop = () => build.kill('SIGTERM');
  signal?.addEventListener('abort', stop);
  const [status] = await once(build, 'exit');
  signal?.removeEventListener('abort', stop);
  if (status !== 0) throw new Error("The dashboard couldn't be built. See the output above.");
  await cp(join(ROOT, '.next/static'), join(STANDALONE, '.next/static'), { recursive: true });
  await compressFiles(join(STANDALONE, '.next/static'));
  if (await stat(join(ROOT, 'public')).catch(() => undefined)) {
    await cp(join(ROOT, 'public'), join(STANDALONE, 'public'), { recursive: true });
  }
  await mkdir(join(STANDALONE, 'public'), { recursive: true });
  await writeFile(join(STANDALONE, 'public', PAGE_SCRIPT_PATH), JSON.stringify(await buildPageScript()));
  await writeFile(STAMP, fingerprint);
}

/** The script of pages that are saved. They carry it with them, so it is one file with all that it needs. */
async function buildPageScript(): Promise<PageScript> {
  const { outputFiles } = await bundle({
    entryPoints: [join(ROOT, 'components/links/saved-page/page-script.ts')],
    ...{ bundle: true, minify: true, write: false, format: 'iife', target: 'es2022', charset: 'ascii' },
    tsconfig: join(ROOT, 'tsconfig.json'),
    // The page has a style of its own.
    loader: { '.css': 'empty' },
  });
  // Nothing in it may end the element that it is in.
  const code = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return { code, hash: createHash('sha256').update(code).digest('base64'), version };
}

async function fingerprintOf(sources: string[]): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) {
    for (const file of await filesBelow(join(ROOT, source))) {
      if (isExcluded(file)) continue;
      hash.update(file.slice(ROOT.length)).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesBelow(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path);
  return (await Promise.all(entries.sort().map((entry) => filesBelow(join(path, entry))))).flat();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildDashboard();
