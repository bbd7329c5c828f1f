import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contents } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import { cutForScreen, samplesOf } from '../transform/screen';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { fromCompact, toCompact } from './compact';

const step = fc.record({
  up: fc.nat(3),
  name: fc.string({ maxLength: 3 }),
  file: fc.option(fc.constantFrom('a.py', 'b.py')),
  line: fc.nat(99),
  state: fc.constantFrom('RUNNABLE', 'WAITING'),
  samples: fc.double({ min: 0, max: 1e9, noNaN: true }),
});

const anyTree = fc.array(step, { maxLength: 60 }).map((steps) => {
  const builder = new CallTreeBuilder();
  for (const { up, name, file, line, state, samples } of steps) {
    for (let i = 0; i < up; i++) builder.close();
    builder.open(name);
    if (file) builder.inFile(file);
    builder.atLines(line, line + 1);
    builder.count(state, samples);
  }
  return builder.finish();
});

describe('a compact tree', () => {
  it('survives a round trip through JSON', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const json = JSON.stringify(toCompact(tree));
        const back = fromCompact(JSON.parse(json));
        expect(JSON.stringify(toCompact(back))).toBe(json);
        expect(contents(back)).toEqual(contents(tree));
      }),
    );
  });

  it('contains only the names that its frames use', () => {
    const whole = callTree('wide 99\nnarrow 1');
    const { tree } = cutForScreen(whole, { samples: samplesOf(whole, ['WALL_TIME']), width: 20 });
    const compact = toCompact(tree);
    expect(compact.names).toEqual(['', 'wide']);
    expect(print(fromCompact(compact))).toEqual(['wide 99']);
    expect(fromCompact(compact).total[0]?.[0]).toBe(100);
  });
});
