/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  // A lockfile in a folder above must not move the root, and with it the place of the standalone server.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  typedRoutes: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  devIndicators: false,
  serverExternalPackages: ['ion-js'],
  experimental: {
    // The self-profile shows function names; minified ones could not be read.
    serverMinification: false,
  },
};
