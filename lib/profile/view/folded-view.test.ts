import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree } from '../testing/arbitrary-tree';
import { callTree } from '../testing/text';
import { foldChains } from '../transform/fold-chains';
import { chainOf } from '../tree/frame-chain';
import { nodeOfPathKey, pathKey } from '../tree/path-key';
import { type CompactTree, fromCompact } from './compact';
import { Comparison } from './comparison';
import { IndexedTree } from './indexed-tree';
import { profileView } from './profile-view';

const WIDTH = 2 ** 50;

const tree = callTree(`
  main 50
    accept 0
      serve 0
        filter 1
          handle 4000
            read 100
            write 200
`);
const folded = foldChains(tree);
const view = (focus: string, search = '') =>
  profileView(
    new IndexedTree(tree),
    { width: 1000, focus, search },
    undefined,
    undefined,
    new IndexedTree(folded),
  );
const names = (drawn: CompactTree) => {
  const { name, names: texts } = fromCompact(drawn);
  return Array.from(name, (index) => chainOf(texts[index] ?? '')?.join('+') ?? texts[index]);
};

describe('a view with folded chains', () => {
  it('draws the chains, and counts the frames of the whole profile', () => {
    const { frames, deepest, framesLeftOut } = view('');
    expect(names(view('').tree)).toEqual(['', 'main', 'accept+serve+filter', 'handle', 'read', 'write']);
    expect([frames, deepest, framesLeftOut]).toEqual([7, 6, 0]);
  });

  it('zooms into a chain by the key of any of its frames, and keeps the key', () => {
    for (const node of [2, 3, 4]) {
      const focus = pathKey(tree, node);
      expect(view(focus).focus).toBe(focus);
      expect(view(focus).self.samples).toBe(4301);
    }
  });

  it('finds a chain by the name of each of its frames, with the samples of that frame', () => {
    const found = view('', 'serve');
    expect(found.matched).toEqual([0, 0, 1, 0, 0, 0]);
    expect(found.found).toEqual({ samples: 4301, functions: 1, frames: 1 });
    expect(view('', '/^serve$/').matched).toEqual(found.matched);
    expect(view('', '/^accept.*filter$/').found?.samples).toBe(0);
  });

  it('has an error when the time is over in the second of two searches', () => {
    const long = callTree(Array.from({ length: 400 }, (_, i) => `f${i}_${'x'.repeat(500)} 1`).join('\n'));
    const search = '/x1/';
    let checks = 0;
    new IndexedTree(long).search(search, () => {
      checks += 1;
      return true;
    });
    let left = checks + 1;
    const choice = { width: 1000, search };
    const hasTimeLeft = () => {
      left -= 1;
      return left >= 0;
    };
    const [indexed, drawn] = [new IndexedTree(long), new IndexedTree(long)];
    const { found, searchError } = profileView(indexed, choice, undefined, hasTimeLeft, drawn);
    expect(found).toBeUndefined();
    expect(searchError).toMatch(/took too long/);
  });

  it('has the figures of the same view without folding', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.nat(), fc.constantFrom('', 'a', '/^a$/'), (raw, position, search) => {
        const indexed = new IndexedTree(raw);
        const drawn = new IndexedTree(foldChains(raw));
        const node = position % drawn.tree.name.length;
        const key = pathKey(drawn.tree, node);
        const chain = chainOf(drawn.tree.names[drawn.tree.name[node] ?? 0] ?? '');
        const first = (nodeOfPathKey(raw, key) ?? 0) - (chain?.length ?? 1) + 1;
        const choice = { width: WIDTH, data: 'all', search } as const;
        const plain = profileView(indexed, { ...choice, focus: pathKey(raw, first) });
        const shown = profileView(indexed, { ...choice, focus: key }, indexed, undefined, drawn);
        expect(shown.self).toEqual(plain.self);
        expect([shown.found?.samples, shown.found?.functions]).toEqual([
          plain.found?.samples,
          plain.found?.functions,
        ]);
        expect([shown.frames, shown.deepest]).toEqual([plain.frames, plain.deepest]);
      }),
    );
  });
});

describe('a comparison with folded chains', () => {
  it('draws the chains of both profiles together, and lists functions as without folding', () => {
    const side = (text: string) => ({ tree: callTree(text), states: ['WALL_TIME'] });
    const sides = [
      side('a 0\n  b 0\n    c 0\n      d 0\n        e 500\n        f 9'),
      side('a 0\n  b 0\n    c 0\n      d 0\n        e 100\n        f 9'),
    ] as const;
    const plain = new Comparison(...sides).view({ unit: 'samples' }, { width: 1000, search: 'b' }, []);
    const { tree: drawn, ...others } = new Comparison(...sides, undefined, foldChains).view(
      { unit: 'samples' },
      { width: 1000, search: 'b' },
      [],
    );
    expect(names(drawn)).toEqual(['', 'a+b+c', 'd', 'e', 'f']);
    expect(others).toMatchObject({
      moved: plain.moved,
      found: plain.found,
      self: plain.self,
      frames: plain.frames,
    });
  });
});
