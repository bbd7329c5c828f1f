import { expect, it } from 'vitest';
import { RULES } from './rules';

it('have unique ids in the form of the model', () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(RULES.length);
  for (const id of ids) expect(id).toMatch(/^[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/);
});

it.each(RULES.map((rule) => [rule.name, rule] as const))(
  '%s: has all texts, frames and bounds',
  (_name, rule) => {
    for (const text of [rule.name, rule.description, rule.resolutionSteps])
      expect(text.length).toBeGreaterThan(5);
    expect(rule.targetFrames.length).toBeGreaterThan(0);
    for (const frames of rule.targetFrames) {
      expect(frames.length).toBeGreaterThan(0);
      for (const frame of frames) expect(frame).toMatch(/^[^*]{2,}\*?$/);
    }
    expect(rule.thresholdPercent).toBeGreaterThan(0);
    expect(rule.thresholdPercent).toBeLessThan(100);
    expect(rule.countersToAggregate.length).toBeGreaterThan(0);
  },
);
