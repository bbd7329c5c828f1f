import { samplesOf } from '../../transform/screen';
import type { CallTree } from '../../tree/call-tree';
import type { SampleColumn } from '../../tree/sample-column';
import { wholeSamples } from '../../tree/whole-samples';
import { OutBytes } from './byte-writer';
import type { ExportStream } from './export-stream';
import { foldedText, ROOT_NAME } from './frame-text';
import { stackSizes } from './stack-sizes';

const MOST_DIGITS = 20;

/**
 * Folded stacks, a line each: frames from the root on between semicolons, a space, the samples of the states
 * given added up (`main;parse;read 12`), as flamegraph.pl, inferno and speedscope read them. Names as `foldedText` has them.
 */
export function writeFolded(tree: CallTree, states: readonly string[]): ExportStream {
  const samples = samplesOf(tree, states, 'self');
  const texts = namesOf(tree);
  const { all, longest } = stackSizes(tree, samples, (node) => texts(node).length, MOST_DIGITS);
  return { maxBytes: all, maxStackBytes: longest, chunks: () => lines(tree, samples, texts) };
}

type Texts = (node: number) => Uint8Array;

/** Node → its name and a semicolon. Each name is encoded once. */
function namesOf({ names, name }: CallTree): Texts {
  const known: Uint8Array[] = [];
  const root = Buffer.from(`${ROOT_NAME};`);
  return (node) => {
    if (node === 0) return root;
    const index = name[node] ?? 0;
    known[index] ??= Buffer.from(`${foldedText(names[index] ?? '')};`);
    return known[index];
  };
}

function* lines(tree: CallTree, samples: SampleColumn, texts: Texts): Generator<Uint8Array> {
  const out = new OutBytes();
  const path = new Path();
  const whole = wholeSamples();
  for (let node = 0; node < tree.name.length; node++) {
    path.enter(tree.depth[node] ?? 0, texts(node));
    const count = whole(samples[node] ?? 0);
    if (count === 0) continue;
    out.raw(path.stack());
    out.text(` ${count}\n`);
    if (out.isFull) yield out.take();
  }
  yield out.take();
}

/** The names on the path to the node that was entered last, in one buffer: what two stacks share is copied once. */
class Path {
  #bytes = Buffer.alloc(1 << 12);
  /** Depth → where the names down to it end; those of the root's own samples are written over by the first frame. */
  readonly #ends: number[] = [];
  #end = 0;

  enter(depth: number, text: Uint8Array): void {
    const start = depth > 1 ? (this.#ends[depth - 1] ?? 0) : 0;
    this.#end = start + text.length;
    if (this.#end > this.#bytes.length) {
      this.#bytes = Buffer.concat([this.#bytes], Math.max(this.#end, this.#bytes.length * 2));
    }
    this.#bytes.set(text, start);
    this.#ends[depth] = this.#end;
  }

  /** Without the last semicolon. */
  stack(): Uint8Array {
    return this.#bytes.subarray(0, this.#end - 1);
  }
}
