// Preloaded into the dashboard's server. On SIGUSR2 it writes the maximum time for which the event loop was blocked since the
// first SIGUSR2, which is sent after the start: the elapsed time, and the time without waits for a processor, because the
// browser of the bench runs on the same machine.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TICK_MS = 5;

/** Time that this thread ran (https://docs.kernel.org/scheduler/sched-stats.html, in nanoseconds there). */
const ranMs = () => Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6;

let last = { at: performance.now(), ranMs: ranMs() };
let blocked = { elapsedMs: 0, ranMs: 0 };
let hasStarted = false;
setInterval(() => {
  const now = { at: performance.now(), ranMs: ranMs() };
  blocked = {
    elapsedMs: Math.max(blocked.elapsedMs, now.at - last.at - TICK_MS),
    ranMs: Math.max(blocked.ranMs, now.ranMs - last.ranMs),
  };
  last = now;
}, TICK_MS).unref();

process.on('SIGUSR2', () => {
  const figures = { title: process.title, blocked, rssBytes: process.memoryUsage().rss };
  writeFileSync(join(process.env.LOOP_DELAY_FOLDER, `${process.pid}.json`), JSON.stringify(figures));
  if (!hasStarted) blocked = { elapsedMs: 0, ranMs: 0 };
  hasStarted = true;
});
