/** Called by Next once, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { endOnBadEnv } = await import('./lib/server/check-env');
    endOnBadEnv();
    const { startSelfProfile } = await import('./lib/server/self-profile/start');
    startSelfProfile();
  }
}
