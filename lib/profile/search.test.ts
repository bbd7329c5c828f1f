import { describe, expect, it } from 'vitest';
import { samplesOf } from './screen';
import { searchFrames } from './search';
import { callTree } from './text';

const tree = callTree(`
  main 1
    json:parse 2
      JSON:read 4
    render 8
  json:dump 16
`);
const samples = samplesOf(tree, ['WALL_TIME']);

describe('searchFrames', () => {
  it('counts the samples below nested matches once', () => {
    expect(searchFrames(tree, 'json', samples)).toEqual({
      matched: Uint8Array.of(0, 0, 1, 1, 0, 1),
      frames: 3,
      functions: 3,
      samples: 22,
    });
  });

  it('takes the text as it is, not as a pattern', () => {
    expect(searchFrames(tree, '.*(', samples).frames).toBe(0);
    expect(searchFrames(tree, ' ', samples).frames).toBe(0);
  });
});
