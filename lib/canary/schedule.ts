import { HOUR, MINUTE } from '@/lib/time/duration';
import { cronText } from './cron-text';

/** When a canary runs: at a fixed interval, once after each start, or by a cron expression. */
export type Schedule =
  | { kind: 'interval'; everyMs: number }
  | { kind: 'once' }
  | { kind: 'cron'; expression: string };

const RATE = /^rate\(\s*(\d{1,6})\s+(minute|hour)s?\s*\)$/;
const CRON = /^cron\(\s*(\S.*?)\s*\)$/;

/** Parses `rate(5 minutes)`, `rate(0 hours)` (once) and `cron(…)`; undefined for anything else. */
export function parseSchedule(text: string | undefined): Schedule | undefined {
  const trimmed = text?.trim() ?? '';
  const rate = RATE.exec(trimmed);
  if (rate) {
    const everyMs = Number(rate[1]) * (rate[2] === 'hour' ? HOUR : MINUTE);
    return everyMs === 0 ? { kind: 'once' } : { kind: 'interval', everyMs };
  }
  const expression = CRON.exec(trimmed)?.[1];
  return expression === undefined ? undefined : { kind: 'cron', expression };
}

/** `every 5 minutes`, `every hour`, `once`, `at 10:00 (UTC)`; other schedules as AWS names them. */
export function scheduleText(text: string | undefined): string {
  const schedule = parseSchedule(text);
  switch (schedule?.kind) {
    case 'interval':
      return `every ${intervalWords(schedule.everyMs)}`;
    case 'once':
      return 'once';
    case 'cron':
      return cronText(schedule.expression);
    case undefined:
      return text?.trim() || 'no schedule';
  }
}

function intervalWords(ms: number): string {
  const [count, unit] = ms % HOUR === 0 ? [ms / HOUR, 'hour'] : [ms / MINUTE, 'minute'];
  return count === 1 ? unit : `${count} ${unit}s`;
}
