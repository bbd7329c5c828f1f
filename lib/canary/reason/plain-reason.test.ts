import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainReason, reasonLine } from './plain-reason';

test.each([
  ['Timed out', 'Timed out', false],
  ['', '', false],
  [' \n', '', false],
  ['\u001b[31mexpected\u001b[39m \u001b[1;32m200\u001b[0m', 'expected 200', true],
  ['\u001b]0;title\u0007Failed', 'Failed', true],
  ['\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\', 'link', true],
  ['abc\u202Etxt.exe', 'abctxt.exe', true],
  ['שגיאה: הדף לא נמצא', 'שגיאה: הדף לא נמצא', false],
  ['a\r\nb\tc', 'a\nb\tc', false],
  ['bell\u0007 nul\u0000', 'bell nul', true],
  ['cut off \u001b[3', 'cut off 3', true],
])('shows %j as %j', (reason, text, isCleaned) => {
  expect(plainReason(reason)).toEqual({ text, isCleaned });
});

test('never leaves a control character, and cleaning twice changes nothing more', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('\u001b', '[', '3', 'm', '\u009b', ']', '\u0007', '\u202e', 'a', '\n'),
  });
  fc.assert(
    fc.property(nasty, (reason) => {
      const { text } = plainReason(reason);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(plainReason(text).text).toBe(text);
    }),
  );
});

test('keeps 11,000 characters in full, and their start in one line', () => {
  const reason = `Error: ${'x'.repeat(10_993)}`;
  expect(plainReason(reason)).toEqual({ text: reason, isCleaned: false });
  expect(reasonLine(reason)).toHaveLength(301);
  expect(reasonLine('a\n\n  b')).toBe('a b');
  expect([reasonLine(undefined), reasonLine(''), reasonLine('\u001b[0m ')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
