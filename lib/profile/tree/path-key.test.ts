import { describe, expect, it } from 'vitest';
import { callTree } from '../testing/text';
import { nodeOfPathKey, pathKey } from './path-key';

const tree = callTree(`
  main 1
    parse 2
      read 3
    render 4
      read 5
`);

describe('a path key', () => {
  it('leads back to its frame', () => {
    for (let node = 0; node < tree.name.length; node++) {
      expect(nodeOfPathKey(tree, pathKey(tree, node))).toBe(node);
    }
  });

  it('identifies the same path in another profile', () => {
    const other = callTree('idle 9\nmain 1\n  render 1\n    read 7');
    expect(nodeOfPathKey(other, pathKey(tree, 5))).toBe(4);
    expect(nodeOfPathKey(other, pathKey(tree, 3))).toBeUndefined();
  });

  it('leads to its frame among given nodes', () => {
    const among = Uint32Array.of(0, 1, 4, 5);
    expect(nodeOfPathKey(tree, pathKey(tree, 5), among)).toBe(5);
    expect(nodeOfPathKey(tree, pathKey(tree, 3), among)).toBeUndefined();
  });

  it('is found after its string table has grown', () => {
    const grown = { ...tree, names: tree.names.slice(0, 3) };
    expect(nodeOfPathKey(grown, pathKey(tree, 2))).toBe(2);
    grown.names.push(...tree.names.slice(3));
    expect(nodeOfPathKey(grown, pathKey(tree, 5))).toBe(5);
  });

  it('depends on where a name ends', () => {
    expect(pathKey(callTree('ab 1\n  c 1'), 2)).not.toBe(pathKey(callTree('a 1\n  bc 1'), 2));
  });
});
