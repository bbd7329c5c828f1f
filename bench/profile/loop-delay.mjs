// Loaded into the dashboard's server: at SIGUSR2 it prints the longest time that its event loop was held since the last.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on('SIGUSR2', () => {
  console.log(`event loop held ${(delay.max / 1e6).toFixed(1)} ms`);
  delay.reset();
});
