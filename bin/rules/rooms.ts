/** A folder of the repository, and what its files may import besides each other. */
export type Room = {
  /** What is in it. */
  about: string;
  /** Groups, folders, or single files without their ending. A folder includes the folders in it. */
  imports: readonly string[];
  /** Package names; `name/*` includes every path of a package or scope, `node:*` the global Buffer. */
  packages: readonly string[];
  /** What its tests may import as well. Tests may import any package. */
  tests?: readonly string[];
};

const PROFILE_TESTS = ['lib/profile', 'lib/local-aws/sample/profiles/fixtures'];

/** Folders that several rooms may import, under one name. */
export const GROUPS: Record<string, readonly string[]> = {
  ground: ['lib/time', 'lib/answer'],
  domain: ['lib/time', 'lib/answer', 'lib/farm', 'lib/canary', 'lib/profile'],
  'domain for browsers': [
    ...['lib/time', 'lib/answer', 'lib/farm', 'lib/canary'],
    ...['tree', 'transform', 'graph', 'view', 'range'].map((room) => `lib/profile/${room}`),
    'lib/profile/export/formats',
    'lib/profile/export/file-name',
  ],
  frame: ['components/panel', 'components/shell'],
};

/** What nothing that a browser loads may import: it compiles RE2 expressions with a package of 65 kB. */
export const SERVER_ONLY = { files: ['lib/profile/transform/search-names'], rooms: ['components', 'app'] };

const UI = [
  'react',
  '@mantine/core',
  '@mantine/hooks',
  '@tabler/icons-react',
  '@tanstack/react-query',
  'next/*',
];

const component = (about: string, imports: readonly string[], packages: readonly string[] = []): Room => ({
  about,
  imports: [...imports, 'lib/queries', 'domain for browsers'],
  packages: [...UI, ...packages],
  tests: PROFILE_TESTS,
});

/** Every folder with code, from the bottom up. The longest name that a path begins with decides a file's room. */
export const ROOMS: Record<string, Room> = {
  'lib/time': { about: 'ranges, time zones, durations', imports: [], packages: ['nuqs/server'] },
  'lib/answer': { about: 'coverage of an answer, problems', imports: [], packages: ['nuqs/server'] },
  'lib/farm': { about: 'session statistics', imports: ['ground'], packages: [] },
  'lib/canary': { about: 'canary runs, availability', imports: ['ground'], packages: [] },
  'lib/profile/tree': {
    about: 'the call tree in columns',
    imports: ['ground'],
    packages: ['tinyqueue'],
    tests: PROFILE_TESTS,
  },
  'lib/profile/transform': {
    about: 'merge, invert, hide, compare, search',
    imports: ['ground', 'lib/profile/tree'],
    packages: ['tinyqueue', 're2js'],
    tests: PROFILE_TESTS,
  },
  'lib/profile/codec': {
    about: 'profiles as bytes: JSON, Ion, packed columns',
    imports: ['lib/profile/tree', 'lib/profile/transform'],
    packages: ['node:*', 'ion-js'],
    tests: PROFILE_TESTS,
  },
  'lib/profile/graph': {
    about: 'frames, colours, pictures',
    imports: ['lib/profile/tree', 'lib/profile/transform'],
    packages: [],
    tests: PROFILE_TESTS,
  },
  'lib/profile/view': {
    about: 'what crosses to the browser',
    imports: ['ground', 'lib/profile/tree', 'lib/profile/transform'],
    packages: [],
    tests: PROFILE_TESTS,
  },
  'lib/profile/range': {
    about: 'profiles, findings and trends of a range',
    imports: ['ground', 'lib/profile/tree', 'lib/profile/view'],
    packages: [],
    tests: PROFILE_TESTS,
  },
  'lib/profile/import': {
    about: 'readers of other profilers’ files',
    imports: ['ground', 'lib/profile/tree', 'lib/profile/transform', 'lib/profile/codec'],
    packages: ['node:*', 'zod'],
    tests: PROFILE_TESTS,
  },
  'lib/profile/export': {
    about: 'writers of other tools’ files',
    imports: ['ground', 'lib/profile/tree', 'lib/profile/transform', 'lib/profile/codec', 'lib/profile/view'],
    packages: ['node:*'],
    tests: PROFILE_TESTS,
  },
  'lib/profile/testing': {
    about: 'trees as text, for tests only',
    imports: ['lib/profile'],
    packages: ['fast-check', 'saxes'],
  },
  'lib/disk': { about: 'files that survive a crash', imports: [], packages: ['node:*', 'zod'] },
  'lib/queries': {
    about: 'TanStack Query options: key and fetcher in one factory',
    imports: ['domain for browsers'],
    packages: ['@tanstack/react-query'],
  },
  'lib/server': {
    about: 'AWS clients, one file per operation, the archive, self-profiling',
    imports: ['domain', 'lib/disk', 'lib/queries/query-client'],
    packages: ['node:*', '@aws-sdk/*', '@tanstack/react-query', 'lru-cache', 'react', 'tsx/*', 'zod'],
    tests: ['lib/local-aws', 'lib/queries', 'app', 'proxy'],
  },
  'lib/local-aws': {
    about: 'the embedded server: one file per operation, stores, sample data',
    imports: ['domain', 'lib/disk'],
    packages: ['node:*', '@duckdb/node-api', 'fast-check', 'lru-cache', 'tsx/*', 'zod'],
  },
  'components/shell': component(
    'navigation, range picker, theme',
    ['components/panel'],
    ['@mantine/dates/*', '@mantine/notifications', 'nuqs'],
  ),
  'components/panel': component('the frame of every panel', ['components/shell']),
  'components/lane': component('rows on one time axis', []),
  'components/canary': component('canary list, run timeline', ['frame']),
  'components/farm': component('farm list, cost charts', ['frame'], ['recharts']),
  'components/profile': component(
    'flame graphs, comparison, findings',
    ['frame'],
    ['@tanstack/react-virtual', 'd3-flame-graph', 'd3-selection', 'nuqs/server'],
  ),
  'components/overview': component('the three lanes of the front page', [
    'frame',
    'components/lane',
    'components/canary',
    'components/farm',
  ]),
  app: {
    about: 'pages and route handlers',
    imports: ['components', 'lib/queries', 'lib/server', 'domain'],
    packages: [
      'react',
      'next/*',
      'nuqs/*',
      'zod',
      '@mantine/core/*',
      '@mantine/notifications/*',
      '@tanstack/react-query',
      '@fontsource-variable/*',
    ],
  },
  bin: {
    about: 'start, local-aws, profile, build, test, fuzz, these rules',
    imports: ['lib/server', 'lib/local-aws', 'domain', 'e2e/servers'],
    packages: ['node:*', '@aws-sdk/*', 'oxc-parser', 'playwright', 'tsx/*'],
  },
  e2e: {
    about: 'what a person does, in a real browser',
    imports: ['domain', 'bin'],
    packages: ['node:*', '@playwright/test', '@axe-core/playwright'],
  },
  bench: {
    about: 'measurements against a peer or a limit',
    imports: ['lib/server', 'lib/local-aws', 'domain', 'bin', 'e2e'],
    packages: ['node:*', 'd3-flame-graph', 'd3-selection', 'esbuild', 'ion-js', 'playwright'],
  },
  '.': {
    about: 'configuration, `proxy.ts`, `instrumentation.ts`',
    imports: ['lib/answer', 'lib/server', 'bin', 'e2e'],
    packages: ['node:*', '@playwright/test', 'next/*', 'vitest/*'],
  },
};
