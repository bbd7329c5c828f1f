/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { exitOnBadEnv } = await import('./lib/server/check-env');
    exitOnBadEnv();
    const { renameTrace } = await import('./lib/server/http/rename-trace');
    renameTrace();
    const { watchFromOutside } = await import('./lib/server/outside/start');
    watchFromOutside();
    const { startSelfProfile } = await import('./lib/server/self-profile/start');
    startSelfProfile();
    const { startRecorder } = await import('./lib/server/recorder/start');
    startRecorder();
    const { startAlerts } = await import('./lib/server/alerts/start');
    startAlerts();
  }
}
