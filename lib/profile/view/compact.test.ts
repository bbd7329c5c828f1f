import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packagesOf } from '../graph/packages-of';
import { contents } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import { cutForScreen, samplesOf } from '../transform/screen';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { fromCompact, toCompact } from './compact';
import { fromDigits, toDigits } from './digit-columns';
import { packSorted, unpackSorted } from './name-table';

const samples = fc.oneof(fc.nat(2 ** 40), fc.double({ min: 0, max: 1e9, noNaN: true }));

const step = fc.record({
  up: fc.nat(3),
  name: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.constantFrom('a:f', 'a:g', 'a.b:f', 'a.b.C:g', 'java.util.Map:get', 'x.y'),
  ),
  file: fc.option(fc.constantFrom('a.py', 'b.py', 'a/b.py', 'a/b.c.py', 'x.java', '.py', '*.py', 'a.')),
  line: fc.nat(99),
  state: fc.constantFrom('RUNNABLE', 'WAITING'),
  samples,
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
    expect(fromCompact(compact).names).toEqual(['', 'wide']);
    expect(print(fromCompact(compact))).toEqual(['wide 99']);
    expect(fromCompact(compact).total[0]?.[0]).toBe(100);
  });

  it('tells the packages of its names', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const { names } = fromCompact(JSON.parse(JSON.stringify(toCompact(tree))));
        const packagesBy = (table: readonly string[]) => {
          const { packages, of } = packagesOf(table);
          return Array.from(of, (index) => packages[index]);
        };
        expect(packagesBy(names)).toEqual(packagesBy([...names]));
      }),
    );
  });

  it('names a file by its extension where the path follows from the function', () => {
    const builder = new CallTreeBuilder();
    for (const [name, file] of [
      ['com.acme.Cart:total', 'com/acme/Cart.java'],
      ['app.views:handle', 'app/views.py'],
      ['app.views:Page.show', 'app/views.py'],
      ['main', 'run.py'],
    ] as const) {
      builder.open(name);
      builder.inFile(file);
      builder.count('RUNNABLE', 1);
      builder.close();
    }
    const compact = toCompact(builder.finish());
    expect(compact.files).toEqual([{ extension: '.java' }, { extension: '.py' }, 'run.py']);
    const { files, file } = fromCompact(compact);
    expect(Array.from(file, (index) => files[index])).toEqual([
      undefined,
      'com/acme/Cart.java',
      'app/views.py',
      'app/views.py',
      'run.py',
    ]);
  });

  it('keeps numbers and names of any size', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1)), (numbers) => {
        expect([...fromDigits(toDigits(numbers))]).toEqual(numbers);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const sorted = texts.toSorted();
        expect(unpackSorted(JSON.parse(JSON.stringify(packSorted(sorted))))).toEqual(sorted);
      }),
    );
    const long = ['x'.repeat(200), `${'x'.repeat(150)}y`];
    expect(unpackSorted(packSorted(long))).toEqual(long);
  });
});
