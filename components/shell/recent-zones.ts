import { parseZone } from '@/lib/time/zone';

const KEY = 'triptych-zones';
const MAX_RECENT = 5;
const MAX_LENGTH = 400;

/** The zones chosen last in this browser, the newest first. */
export function recentZones(): string[] {
  try {
    return parseZones(localStorage.getItem(KEY) ?? '');
  } catch {
    return [];
  }
}

/** Adds a zone to the recent ones, where the browser can store them. */
export function rememberZone(zone: string): void {
  try {
    const zones = [zone, ...recentZones().filter((other) => other !== zone)];
    localStorage.setItem(KEY, zones.slice(0, MAX_RECENT).join(' '));
  } catch {
    // Storage is full or forbidden.
  }
}

/** The known zones in a stored text. */
export const parseZones = (text: string): string[] =>
  text
    .slice(0, MAX_LENGTH)
    .split(' ')
    .filter((zone) => zone !== '' && parseZone(zone) === zone)
    .slice(0, MAX_RECENT);
