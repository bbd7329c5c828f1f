import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree } from '../../testing/arbitrary-tree';
import { callTree } from '../../testing/text';
import { CallTreeBuilder } from '../../tree/call-tree-builder';
import type { ExportStream } from './export-stream';
import { writeFolded } from './folded';
import { foldedText } from './frame-text';
import { chain, ODD_NAMES } from './stacks-for-test';

const textOf = ({ chunks }: ExportStream) => Buffer.concat([...chunks()]).toString();
const linesOf = (stream: ExportStream) => textOf(stream).split('\n').slice(0, -1);

const tree = callTree(`
  main 0
    parse RUNNABLE=30 BLOCKED=2
      read RUNNABLE=3
    <Sleep> IDLE=400
    render RUNNABLE=10
`);

describe('folded stacks', () => {
  it('have a line for each stack with samples in the requested states', () => {
    expect(linesOf(writeFolded(tree, tree.states))).toEqual([
      'main;parse 32',
      'main;parse;read 3',
      'main;<Sleep> 400',
      'main;render 10',
    ]);
    expect(linesOf(writeFolded(tree, ['BLOCKED', 'IDLE']))).toEqual(['main;parse 2', 'main;<Sleep> 400']);
    expect(linesOf(writeFolded(tree, ['NATIVE']))).toEqual([]);
  });

  it('keep line breaks and semicolons out of names', () => {
    const [line = '', ...others] = linesOf(writeFolded(chain(ODD_NAMES), ['RUNNABLE']));
    expect(others).toEqual([]);
    expect(line.endsWith(' 3')).toBe(true);
    expect(line.slice(0, -2).split(';')).toEqual([
      'a:b',
      'line break',
      'spaces  inside 7',
      '<script>alert("x")</script>',
      '[31m',
      '<nameless>',
      '𝒻 — ünïcode 日本',
      '\ufffd',
      '__proto__',
      'x'.repeat(100_000),
      '<nameless>',
    ]);
  });

  it('name the root when it has self samples', () => {
    const builder = new CallTreeBuilder();
    builder.count('RUNNABLE', 5);
    builder.open('main');
    builder.count('RUNNABLE', 1);
    expect(linesOf(writeFolded(builder.finish(), ['RUNNABLE']))).toEqual(['<root> 5', 'main 1']);
  });

  it('round fractions to integers and preserve their sum', () => {
    const builder = new CallTreeBuilder();
    for (let i = 0; i < 12; i++) {
      builder.open(`f${i}`);
      builder.count('RUNNABLE', 0.25);
      builder.close();
    }
    const counts = linesOf(writeFolded(builder.finish(), ['RUNNABLE'])).map((line) => line.split(' ')[1]);
    expect(counts).toEqual(['1', '1', '1']);
  });

  it('write huge counts in digits', () => {
    const builder = new CallTreeBuilder();
    builder.open('f');
    builder.count('RUNNABLE', 1e300);
    expect(linesOf(writeFolded(builder.finish(), ['RUNNABLE']))[0]).toMatch(/^f \d{19}$/);
  });

  it('contain the stacks of any tree, within the predicted size', () => {
    fc.assert(
      fc.property(arbitraryTree, (any) => {
        const expected: string[] = [];
        const path: string[] = [];
        for (let node = 0; node < any.name.length; node++) {
          const depth = any.depth[node] ?? 0;
          path.length = Math.max(0, depth - 1);
          if (node > 0) path.push(foldedText(any.names[any.name[node] ?? 0] ?? ''));
          const samples = any.self.reduce((sum, column) => sum + (column[node] ?? 0), 0);
          if (samples > 0) expected.push(`${path.join(';')} ${samples}`);
        }
        const stream = writeFolded(any, any.states);
        expect(linesOf(stream)).toEqual(expected);
        expect(Buffer.byteLength(textOf(stream))).toBeLessThanOrEqual(stream.maxBytes);
      }),
    );
  });

  it('arrive in chunks when they are 10,000 frames deep, within the predicted size', () => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 10_000; depth++) {
      builder.open(`frame${depth}`);
      if (depth % 100 === 0) builder.count('RUNNABLE', 1);
    }
    const { chunks, maxBytes, maxStackBytes } = writeFolded(builder.finish(), ['RUNNABLE']);
    let bytes = 0;
    let largest = 0;
    for (const chunk of chunks()) {
      bytes += chunk.length;
      largest = Math.max(largest, chunk.length);
    }
    expect(bytes).toBeGreaterThan(4_000_000);
    expect(bytes).toBeLessThanOrEqual(maxBytes);
    expect(largest).toBeLessThan(maxStackBytes + 100_000);
  });
});
