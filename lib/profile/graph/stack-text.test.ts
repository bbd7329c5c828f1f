import { expect, test } from 'vitest';
import { callTree } from '../testing/text';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { stackText } from './stack-text';

test('lists the frame first, then its callers', () => {
  expect(stackText(callTree('main 1\n  parse 1\n    read 1'), 3, false)).toBe('read\nparse\nmain');
  expect(stackText(callTree('read 1\n  parse 1\n    main 1'), 3, true)).toBe('read\nparse\nmain');
});

test('includes files and lines when they are known', () => {
  const builder = new CallTreeBuilder();
  builder.open('main');
  builder.inFile('app.py');
  builder.open('parse');
  builder.inFile('json.py');
  builder.atLines(12, 20);
  expect(stackText(builder.finish(), 2, false)).toBe('parse (json.py:12)\nmain (app.py)');
});
