import { toString as describe } from 'cronstrue';
import { readCron } from './cron';

/** A cron expression of CloudWatch Synthetics in words: `at 10:00 (UTC)`. The expression itself if it can't be put into words. */
export function cronText(expression: string): string {
  const words = readCron(expression) && inWords(expression);
  return words ? `${words.charAt(0).toLowerCase()}${words.slice(1)} (UTC)` : `by cron ${expression} (UTC)`;
}

function inWords(expression: string): string | undefined {
  try {
    return describe(expression, { use24HourTimeFormat: true, dayOfWeekStartIndexZero: false });
  } catch {
    return undefined;
  }
}
