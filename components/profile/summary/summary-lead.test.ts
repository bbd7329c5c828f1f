import { describe, expect, it } from 'vitest';
import { summaryLead } from './summary-lead';

describe('summaryLead', () => {
  it.each([
    [['RUNNABLE', 'BLOCKED', 'NATIVE'], 'Most CPU'],
    [['NATIVE'], 'Most CPU'],
    [['BLOCKED'], 'Most waiting time'],
    [['WAITING', 'TIMED_WAITING'], 'Most waiting time'],
    [['RUNNABLE', 'WAITING'], 'Most samples'],
    [['WALL_TIME'], 'Most samples'],
    [[], 'Most samples'],
  ])('of %j is “%s”', (states, lead) => {
    expect(summaryLead(states)).toBe(lead);
  });
});
