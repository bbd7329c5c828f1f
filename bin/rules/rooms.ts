/** A folder of the repository, and what its files may import besides each other. */
export type Room = {
  /** Its contents. */
  about: string;
  /** Groups, folders, or single files without their ending. A folder includes the folders in it. */
  imports: readonly string[];
  /** Package names; `name/*` includes every path of a package or scope, `node:*` the global Buffer. */
  packages: readonly string[];
  /** Further rooms that its tests may import. Tests may import any package. */
  tests?: readonly string[];
};

const PROFILE_TESTS = ['lib/profile', 'lib/local-aws/sample/profiles/fixtures'];

/** Folders that several rooms may import, under one name. */
export const GROUPS: Record<string, readonly string[]> = {
  ground: ['lib/time', 'lib/answer', 'lib/download'],
  domain: [
    ...['lib/time', 'lib/answer', 'lib/download', 'lib/farm', 'lib/canary', 'lib/profile', 'lib/overview'],
    'lib/alerts',
  ],
  'domain for browsers': [
    ...['lib/time', 'lib/answer', 'lib/download', 'lib/farm', 'lib/canary', 'lib/overview'],
    ...['tree', 'transform', 'graph', 'view', 'range'].map((room) => `lib/profile/${room}`),
    'lib/profile/export/formats',
    'lib/profile/export/file-name',
    'lib/profile/import/foreign-formats',
  ],
  page: [
    ...['components/toast', 'components/access', 'components/range', 'components/panel'],
    ...['components/download', 'components/favourites'],
  ],
};

/** Packages that no browser may load: re2js compiles RE2 expressions and has 65 kB. */
export const SERVER_ONLY = ['re2js'];

/** Programs that test; like tests they may import test helpers. */
export const TEST_PROGRAMS = ['bin/fuzz.ts', 'lib/local-aws/kill-loop.ts'];

const UI = [
  'react',
  '@mantine/core',
  '@mantine/hooks',
  '@tabler/icons-react',
  '@tanstack/react-query',
  'next/*',
];

const LOCAL_AWS_TESTS = ['lib/local-aws', 'domain'];

const service = (about: string): Room => ({
  about,
  imports: ['domain', 'lib/disk', 'lib/local-aws/protocol', 'lib/local-aws/store', 'lib/local-aws/clock'],
  packages: ['node:*', '@duckdb/node-api', 'lru-cache', 'tsx/*', 'zod'],
  tests: LOCAL_AWS_TESTS,
});

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
  'lib/download': { about: 'files to save: CSV, pictures, their names', imports: [], packages: [] },
  'lib/farm': { about: 'session statistics', imports: ['ground'], packages: [] },
  'lib/canary': { about: 'canary runs, availability', imports: ['ground'], packages: ['cronstrue'] },
  'lib/overview': {
    about: 'views and notes of the overview, favourites',
    imports: ['ground', 'lib/canary', 'lib/farm', 'lib/profile/view'],
    packages: [],
  },
  'lib/alerts': {
    about: 'what raises an alert, and what an alert says',
    imports: ['ground', 'lib/canary', 'lib/farm', 'lib/profile/graph/parse-frame', 'lib/profile/range'],
    packages: [],
  },
  'lib/profile/tree': {
    about: 'the call tree in columns',
    imports: ['ground'],
    packages: ['tinyqueue'],
    tests: PROFILE_TESTS,
  },
  'lib/profile/transform': {
    about: 'merge, invert, hide, compare, search',
    imports: ['ground', 'lib/profile/tree', 'lib/profile/graph/parse-frame', 'lib/profile/graph/packages-of'],
    packages: ['tinyqueue', 're2js'],
    tests: PROFILE_TESTS,
  },
  'lib/profile/codec': {
    about: 'profiles as bytes: JSON, Ion, packed, columns',
    imports: ['lib/profile/tree', 'lib/profile/transform'],
    packages: ['node:*', 'ion-js', 'zod'],
    tests: PROFILE_TESTS,
  },
  'lib/profile/graph': {
    about: 'frames, colours, pictures',
    imports: ['lib/download', 'lib/profile/tree', 'lib/profile/transform'],
    packages: [],
    tests: PROFILE_TESTS,
  },
  'lib/profile/view': {
    about: 'data sent to the browser',
    imports: [
      'ground',
      'lib/profile/tree',
      'lib/profile/transform',
      'lib/profile/graph',
      'lib/profile/export/formats',
    ],
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
    about: 'readers of other profilers’ files, posts of what they read',
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
    about: 'test helpers: trees as text',
    imports: ['lib/profile'],
    packages: ['fast-check', 'saxes'],
  },
  'lib/push': {
    about: 'files of other profilers, pushed to local-aws',
    imports: ['domain'],
    packages: ['node:*', '@aws-sdk/client-codeguruprofiler'],
    tests: ['lib/local-aws'],
  },
  'lib/disk': { about: 'files that survive a crash', imports: [], packages: ['node:*', 'zod'] },
  'lib/queries': {
    about: 'TanStack Query options: key and fetcher in one factory',
    imports: ['domain for browsers'],
    packages: ['@tanstack/react-query', 'react'],
  },
  'lib/server/log': {
    about: 'lines of the log and the audit log, without secrets',
    imports: ['lib/server'],
    packages: ['node:*', 'pino'],
  },
  'lib/server/metrics': {
    about: 'what /metrics shows: counts, times, queues',
    imports: ['lib/server'],
    packages: ['node:*', 'prom-client'],
  },
  'lib/server/outside': {
    about: 'health, draining, and what is logged and added to every answer',
    imports: [
      ...['ground', 'lib/server', 'lib/server/archive', 'lib/server/log', 'lib/server/metrics'],
      'lib/server/objects',
    ],
    packages: ['node:*', 'next/*', 'zod'],
    tests: ['app', 'proxy'],
  },
  'lib/server/archive': {
    about: 'settled answers on disk or in S3',
    imports: [
      ...['ground', 'lib/disk', 'lib/server', 'lib/server/links', 'lib/server/metrics'],
      'lib/server/objects',
    ],
    packages: ['node:*', 'lru-cache', 'zod'],
  },
  'lib/server/objects': {
    about: 'files in a folder or in S3',
    imports: ['ground', 'lib/canary', 'lib/disk', 'lib/server', 'lib/server/links'],
    packages: ['node:*', '@aws-sdk/client-s3', 'zod'],
  },
  'lib/server/links': {
    about: 'shared links, which keep the answers of a page',
    imports: [
      ...['ground', 'lib/canary', 'lib/disk', 'lib/server', 'lib/server/access', 'lib/server/archive'],
      'lib/server/objects',
    ],
    packages: ['node:*', 'lru-cache', 'yauzl', 'yazl', 'zod'],
    tests: ['lib/local-aws', 'domain', 'app'],
  },
  'lib/server/notes': {
    about: 'notes on the time axis',
    imports: ['ground', 'lib/overview', 'lib/server', 'lib/server/links', 'lib/server/objects'],
    packages: ['node:*', 'lru-cache', 'zod'],
    tests: ['app'],
  },
  'lib/server/alerts': {
    about: 'alerts of what is wrong, posted to a webhook',
    imports: ['domain', 'lib/server', 'lib/server/links', 'lib/server/objects'],
    packages: ['node:*', 'zod'],
    tests: ['lib/local-aws', 'app'],
  },
  'lib/server/tokens': {
    about: 'tokens with which programs read',
    imports: ['ground', 'lib/server', 'lib/server/access', 'lib/server/log', 'lib/server/objects'],
    packages: ['node:*', 'lru-cache', 'zod'],
    tests: ['app'],
  },
  'lib/server/access': {
    about: 'sign-in, and who may see and do what',
    imports: ['ground', 'lib/server', 'lib/server/log', 'lib/server/tokens'],
    packages: ['node:*', 'jose', 'lru-cache', 'openid-client', 'rate-limiter-flexible', 'zod'],
    tests: ['app'],
  },
  'lib/server': {
    about: 'AWS clients, one file per operation, self-profiling',
    imports: [
      ...['domain', 'lib/server/access', 'lib/server/archive', 'lib/server/links', 'lib/server/log'],
      ...['lib/server/metrics', 'lib/push', 'lib/queries/query-client'],
    ],
    packages: ['node:*', '@aws-sdk/*', '@tanstack/react-query', 'lru-cache', 'react', 'tsx/*', 'zod'],
    tests: ['lib/local-aws', 'lib/queries', 'app', 'proxy'],
  },
  'lib/local-aws/store': {
    about: 'database, page tokens, data folder',
    imports: ['ground', 'lib/disk', 'lib/local-aws/clock'],
    packages: ['node:*', '@duckdb/node-api', 'zod'],
    tests: LOCAL_AWS_TESTS,
  },
  'lib/local-aws/protocol': {
    about: 'restJson1: routing, inputs, answers, faults',
    imports: ['ground', 'lib/local-aws/store'],
    packages: ['node:*', 'zod'],
    tests: LOCAL_AWS_TESTS,
  },
  'lib/local-aws/codeguru': service('CodeGuru Profiler: one file per operation, posts on disk'),
  'lib/local-aws/deadline': service('Deadline Cloud: one file per operation, statistics in DuckDB'),
  'lib/local-aws/synthetics': service('Synthetics: one file per operation, the runner of real canaries'),
  'lib/local-aws/sample': {
    about: 'generated profiles, sessions and runs',
    imports: [
      ...['domain', 'lib/local-aws/store', 'lib/local-aws/clock', 'lib/local-aws/codeguru'],
      ...['lib/local-aws/deadline', 'lib/local-aws/synthetics'],
    ],
    packages: ['node:*', 'lru-cache', 'zod'],
    tests: LOCAL_AWS_TESTS,
  },
  'lib/local-aws': {
    about: 'local-aws itself: start, admin, fuzz, kill loop',
    imports: ['domain', 'lib/disk', 'lib/local-aws'],
    packages: ['node:*', 'fast-check', 'zod'],
  },
  'components/toast': {
    about: 'short messages after an action',
    imports: [],
    packages: [...UI, '@mantine/notifications/*'],
  },
  'components/range': component(
    'time range, time zone and links of the page',
    ['components/toast'],
    ['@mantine/dates/*', 'nuqs/*'],
  ),
  'components/access': component('who is signed in, and what they may do', ['components/toast']),
  'components/panel': component(
    'the frame of every panel, and parts of its tables',
    ['components/access', 'components/range', 'components/download'],
    ['@tanstack/react-virtual'],
  ),
  'components/download': component('menu items that save files', ['components/toast']),
  'components/favourites': component('favourites and what was seen last', ['components/range']),
  'components/lane': component('rows on one time axis', ['components/range', 'components/panel']),
  'components/links': component(
    'shared links: making, listing, showing, saving one, and its difference to now',
    ['page'],
    ['d3-flame-graph', 'd3-selection', 'nuqs/*'],
  ),
  'components/tokens': component('tokens of programs', ['page']),
  'components/shell': component(
    'navigation, keys, theme',
    ['page', 'components/links'],
    ['@mantine/notifications/*', 'nuqs/*'],
  ),
  'components/canary': component('canary list, run timeline', ['page'], ['nuqs/*']),
  'components/farm': component(
    'farm list, cost charts',
    ['page'],
    ['nuqs/*', 'react-dom', 'react-dom/client', 'recharts'],
  ),
  'components/profile': component(
    'flame graphs, comparison, findings',
    ['page'],
    ['d3-flame-graph', 'd3-selection', 'd3-timer', 'nuqs/*'],
  ),
  'components/overview': component(
    'the three lanes of the front page',
    ['page', 'components/lane', 'components/canary', 'components/farm', 'components/profile'],
    ['nuqs/*'],
  ),
  'components/why': component(
    'what the code did and what a farm cost while a canary failed',
    ['page', 'components/farm', 'components/profile'],
    ['nuqs/*'],
  ),
  app: {
    about: 'pages and route handlers',
    imports: ['components', 'lib/queries', 'lib/server', 'domain'],
    packages: [
      'react',
      'react-dom',
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
    imports: ['lib/server', 'lib/local-aws', 'lib/push', 'domain', 'e2e/servers'],
    packages: ['node:*', '@aws-sdk/*', 'esbuild', 'oxc-parser', 'playwright', 'tsx/*'],
  },
  e2e: {
    about: 'what a person does, in a real browser',
    imports: ['domain', 'bin'],
    packages: ['node:*', '@playwright/test', '@axe-core/playwright'],
    tests: ['lib/server/access/oidc'],
  },
  bench: {
    about: 'measurements against a peer or a limit, and the fuzz of the dashboard',
    imports: ['lib/server', 'lib/local-aws', 'domain', 'bin', 'e2e'],
    packages: [
      ...['node:*', 'd3-flame-graph', 'd3-selection', 'esbuild', 'fast-check', 'ion-js', 'playwright'],
      'speedscope/*',
    ],
  },
  '.': {
    about: 'configuration, `proxy.ts`, `instrumentation.ts`',
    imports: ['lib/answer', 'lib/server', 'bin', 'e2e'],
    packages: ['node:*', '@playwright/test', 'next/*', 'vitest/*'],
  },
};
