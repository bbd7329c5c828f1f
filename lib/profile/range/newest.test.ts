import { describe, expect, it } from 'vitest';
import { newestInstant, newestSpan } from './newest';

const group = { name: 'g', computePlatform: 'Default' };
const at = (time: string) => Date.parse(`2026-11-21T${time}:00Z`);

describe('newestSpan', () => {
  it('is the hour that ends with the newest five minutes', () => {
    const newest = { ...group, latestAggregatedProfile: { start: at('22:25'), period: 'PT5M' } };
    expect(newestSpan(newest)).toEqual({ from: at('21:30'), to: at('22:30') });
    expect(newestInstant(newest)).toBe(at('22:25'));
  });

  it('covers a newest profile longer than an hour', () => {
    const newest = { ...group, latestAggregatedProfile: { start: at('00:00'), period: 'P1D' } };
    expect(newestSpan(newest)).toEqual({ from: at('00:00'), to: Date.parse('2026-11-22T00:00:00Z') });
  });

  it('includes an agent profile that is not aggregated yet', () => {
    const newest = { ...group, latestAgentProfileReportedAt: at('22:32') };
    expect(newestSpan(newest)).toEqual({ from: at('21:35'), to: at('22:35') });
  });

  it('is undefined for a group without data', () => {
    expect([newestSpan(group), newestInstant(group)]).toEqual([undefined, undefined]);
  });
});
