import { expect, test } from 'vitest';
import { findZones } from './find-zones';
import { zoneOffset } from './zone';
import { namedZones } from './zone-names';

const AT = Date.parse('2026-11-24T14:32:10Z');
const KNOWN = [...namedZones(2026)].filter((named) => named !== undefined);
const offsetAt = (at: number) => (zone: string) => zoneOffset(at, zone);
const found = (text: string, at = AT) => findZones(text, KNOWN, offsetAt(at), 400).zones;

test.each([
  ['Berlin', 'Europe/Berlin'],
  ['são paulo', 'America/Sao_Paulo'],
  ['new york', 'America/New_York'],
  ['Kolkata', 'Asia/Kolkata'],
  ['kathmandu', 'Asia/Kathmandu'],
  ['lord howe', 'Australia/Lord_Howe'],
  ['europe/kyiv', 'Europe/Kyiv'],
  ['+05:30', 'UTC+05:30'],
  ['-3', 'UTC-03:00'],
  ['utc+5:45', 'UTC+05:45'],
  ['UTC', 'UTC'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
  ['Etc/GMT+3', 'Etc/GMT+3'],
])('%s finds %s first', (text, zone) => {
  expect(found(text)[0]).toBe(zone);
});

test.each([
  ['CET', 'Europe/Berlin'],
  ['cest', 'Europe/Madrid'],
  ['IST', 'Asia/Kolkata'],
  ['PST', 'America/Los_Angeles'],
  ['PDT', 'America/Los_Angeles'],
  ['BST', 'Europe/London'],
  ['JST', 'Asia/Tokyo'],
  ['Pacific', 'America/Los_Angeles'],
  ['+05:30', 'Asia/Kolkata'],
  ['UTC+10:30', 'Australia/Adelaide'],
  ['india', 'Asia/Kolkata'],
  ['Germany', 'Europe/Berlin'],
])('%s also finds %s', (text, zone) => {
  expect(found(text)).toContain(zone);
});

test('finds the zones that have an offset at an instant, not at another', () => {
  expect(found('+02:00')).not.toContain('Europe/Berlin');
  expect(found('+01:00')).toContain('Europe/Berlin');
  expect(found('+02:00', Date.parse('2026-07-01T00:00:00Z'))).toContain('Europe/Berlin');
});

test('counts what it leaves out, and finds nothing in nothing', () => {
  const { zones, moreCount } = findZones('america', KNOWN, offsetAt(AT), 10);
  expect(zones).toHaveLength(10);
  expect(moreCount).toBeGreaterThan(50);
  expect(findZones(' ', KNOWN, offsetAt(AT), 10)).toEqual({ zones: [], moreCount: 0 });
  expect(found('nowhere at all')).toEqual([]);
});
