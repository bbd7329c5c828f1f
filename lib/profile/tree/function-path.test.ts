import { describe, expect, it } from 'vitest';
import { callTree } from '../testing/text';
import { CallTreeBuilder } from './call-tree-builder';
import { functionPath, nodeAtFunctionPath } from './function-path';
import { MAX_FUNCTION_PATH_LENGTH } from './path-key';

const inverted = callTree(`
  read 1
    parse 2
      main 3
    render 4
  parse 5
`);

describe('a function path', () => {
  it('leads back to its frame', () => {
    for (let node = 0; node < inverted.name.length; node++) {
      expect(nodeAtFunctionPath(inverted, functionPath(inverted, node))).toBe(node);
    }
  });

  it('leads nowhere when the tree lacks one of the functions', () => {
    expect(nodeAtFunctionPath(callTree('read 1'), functionPath(inverted, 2))).toBeUndefined();
    expect(nodeAtFunctionPath(inverted, 'nonsense')).toBeUndefined();
  });

  it('is cut off at the maximum length', () => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 10_000; depth++) builder.open(`f${depth}`);
    const deep = builder.finish();
    const path = functionPath(deep, 10_000);
    expect(nodeAtFunctionPath(deep, path)).toBe(MAX_FUNCTION_PATH_LENGTH);
  });
});
