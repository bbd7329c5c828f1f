import { expect, it } from 'vitest';
import { otherFormat } from './other-format';

it('refuses a Java Flight Recorder file by its first bytes, however long it is', async () => {
  const file = new File(['FLR\0\u0002', new Uint8Array(1_000_000)], 'app.jfr');
  expect(await otherFormat(file)).toMatch(
    /^app\.jfr can’t be pushed\. It is a Java Flight Recorder file\. .*jfrconv/,
  );
});

it('leaves profiles, and files that can’t be read, to the server', async () => {
  expect(await otherFormat(new File(['main 1\n'], 'app.folded'))).toBeUndefined();
  expect(await otherFormat(new File([], 'empty'))).toBeUndefined();
  const unreadable = {
    name: 'gone',
    slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
  };
  expect(await otherFormat(unreadable as unknown as File)).toBeUndefined();
});
