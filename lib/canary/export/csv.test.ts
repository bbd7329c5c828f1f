import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { incidentsOf } from '../health/incidents';
import type { Canary } from '../run';
import { runs } from '../runs-text';
import { incidentsCsv } from './incidents-csv';
import { runsCsv } from './runs-csv';

test('writes every member of a run, and no formula', () => {
  const [run] = runs('P');
  const wild = { ...run, stateReason: '=HYPERLINK("x"), a\nb', testResult: 'FAILED' } as NonNullable<
    typeof run
  >;
  const [heading, record] = [...runsCsv([wild], 'Europe/Berlin')];
  expect(heading).toContain('Started,Completed,"Duration, ms",State');
  expect(record).toBe(
    '1970-01-01T01:00:00.000+01:00,1970-01-01T01:00:10.000+01:00,10000,PASSED,FAILED,,"\'=HYPERLINK(""x""), a\nb",First attempt,,,,0-0,s0,,\r\n',
  );
});

test('writes incidents with their first and last runs; an open one has no end', () => {
  const canary: Canary = { name: 'login', state: 'RUNNING', schedule: 'rate(5 minutes)', tags: {} };
  const loaded = { runs: runs('P F P F'), from: Number.NEGATIVE_INFINITY };
  const now = 20 * MINUTE;
  const incidents = incidentsOf(loaded, canary, { span: { from: 0, to: now }, now });
  expect([...incidentsCsv(incidents, 'UTC', now)].slice(1)).toEqual([
    '1970-01-01T00:15:00.000Z,no,,300000,300000,1,1,,,,3-0,3-0\r\n',
    '1970-01-01T00:05:00.000Z,no,1970-01-01T00:10:00.000Z,300000,300000,1,1,,,,1-0,1-0\r\n',
  ]);
});
