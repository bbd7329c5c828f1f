import { expect, test } from 'vitest';
import { markText, noteText } from './note-text';

const at = (text: string) => Date.parse(`2026-11-24T${text}Z`);
const deploy = { id: '1', from: at('13:45'), text: 'Deploy 4.2' };

test('says when a note is, what it says, and who wrote it', () => {
  expect(noteText(deploy, 'UTC')).toBe('24 Nov 2026, 13:45 UTC: Deploy 4.2');
  expect(noteText({ ...deploy, to: at('13:55'), kind: 'deploy', by: 'ci' }, 'Europe/Berlin')).toBe(
    '24 Nov 2026, 14:45 – 14:55 UTC+01:00: Deploy 4.2 (deploy, by ci)',
  );
});

test('says what a mark stands for', () => {
  expect(markText([deploy], 'UTC')).toBe('Note: 24 Nov 2026, 13:45 UTC: Deploy 4.2');
  expect(markText([deploy, deploy, deploy, deploy], 'UTC')).toBe(
    `4 notes: ${Array(3).fill('24 Nov 2026, 13:45 UTC: Deploy 4.2').join('; ')}; 1 more`,
  );
});
