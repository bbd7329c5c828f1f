/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  // What has not changed is not drawn again, where the compiler can tell.
  reactCompiler: true,
  // A lockfile in a folder above must not move the root, and with it the place of the standalone server.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // Reads of files in folders of the user's choice count as reads of the whole project. Pictures are never resized.
  outputFileTracingExcludes: {
    '**': [
      ...['app', 'bench', 'bin', 'components', 'docs', 'e2e', 'lib', 'test-results'].map(
        (room) => `./${room}/**`,
      ),
      ...['./*.md', './*.{ts,tsbuildinfo}', './{biome,package-lock,tsconfig}.json', './next.config.js'],
      ...['./node_modules/sharp/**', './node_modules/@img/**'],
    ],
  },
  typedRoutes: true,
  // `npm test` checks all types, so a build doesn't: that would make it take a quarter longer.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  images: { unoptimized: true },
  devIndicators: false,
  // Loaded as they are: bundled, each route would carry its own copy of the SDK and the build take longer.
  serverExternalPackages: [
    'ion-js',
    '@aws-sdk/client-codeguruprofiler',
    '@aws-sdk/client-deadline',
    '@aws-sdk/client-s3',
    '@aws-sdk/client-synthetics',
    // One copy in the process: it measures the event loop and the collection of garbage.
    'prom-client',
  ],
  experimental: {
    // Fewer and larger scripts: a quarter fewer requests for a page, for a twelfth more script in all.
    turbopackChunking: { minChunkSize: 100_000, maxChunkCountPerGroup: 10 },
    // The self-profile shows function names; minified ones could not be read.
    serverMinification: false,
    // Writing the cache takes a fifth of a build from nothing, and bin/build.ts builds only what has changed.
    turbopackFileSystemCacheForBuild: false,
  },
};
