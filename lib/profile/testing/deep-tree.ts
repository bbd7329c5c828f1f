import { callTree } from './text';

/** A tree four frames deep. Its samples are powers of two, so that each sum of them tells which frames it is of. */
export const deepTree = callTree(`
  A 1
    B 2
      C 4
        D 8
      E 16
    F 32
  G 64
`);
