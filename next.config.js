/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  typedRoutes: true,
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // Native addons and the local server's own packages are never part of the dashboard's bundle.
  serverExternalPackages: ['ion-js'],
  experimental: {
    // The self-profile shows function names; minified ones could not be read.
    serverMinification: false,
  },
};
