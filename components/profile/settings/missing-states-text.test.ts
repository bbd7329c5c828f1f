import { expect, it } from 'vitest';
import { missingStatesText } from './missing-states-text';

it('names the missing thread states and the present ones in their usual order', () => {
  expect(missingStatesText('This profile has', ['NOSUCH'], ['WAITING', 'RUNNABLE'])).toBe(
    'This profile has no samples in NOSUCH, selected in this link. There are samples in RUNNABLE and WAITING.',
  );
});

it('lists at most eight, and cuts long ones', () => {
  const text = missingStatesText('Both sides have', [...'ABCDEFGHI', 'x'.repeat(500)], ['IDLE']);
  expect(text).toContain('no samples in A, B, C, D, E, F, G, H or 2 others, selected');
  expect(missingStatesText('This profile has', ['x'.repeat(500)], ['IDLE']).length).toBeLessThan(200);
});
