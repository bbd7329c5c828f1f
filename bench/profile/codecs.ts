import { dumpBinary, load } from 'ion-js';
import { decodeProfile } from '@/lib/profile/codec/decode';
import { encodeIon, encodeJson } from '@/lib/profile/codec/encode';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import { CallTreeBuilder } from '@/lib/profile/tree/call-tree-builder';
import { type Figure, median } from '../figure';
import { generatedProfile } from '../generated-profile';

type Frame = {
  children?: Record<string, Frame>;
  counts?: Record<string, number>;
  file?: string;
  line?: number[];
};

const NODES = 300_000;
/** ion-js writes a node in some 40 µs. */
const FEW_NODES = 30_000;

/** The plain way: all objects first, then a walk. */
function walked(root: Frame): CallTree {
  const builder = new CallTreeBuilder();
  const open: (readonly [string, Frame][])[] = [];
  const places: number[] = [];
  const enter = ({ children = {}, counts = {}, file, line }: Frame) => {
    for (const [state, samples] of Object.entries(counts)) builder.count(state, samples);
    if (file) builder.inFile(file);
    if (line) builder.atLines(line[0] ?? 0, line[1] ?? line[0] ?? 0);
    open.push(Object.entries(children));
    places.push(0);
  };
  enter(root);
  while (open.length > 0) {
    const at = places.length - 1;
    const next = open[at]?.[places[at] ?? 0];
    if (!next) {
      open.pop();
      places.pop();
      if (open.length > 0) builder.close();
      continue;
    }
    places[at] = (places[at] ?? 0) + 1;
    builder.open(next[0]);
    enter(next[1]);
  }
  return builder.finish();
}

/** Milliseconds of each, in turns, so that what else runs on the machine holds up both. */
function inTurns(runs: number, ...works: (() => unknown)[]): number[][] {
  const times = works.map((): number[] => []);
  for (let run = 0; run < runs; run++) {
    works.forEach((work, i) => {
      const start = performance.now();
      work();
      times[i]?.push(performance.now() - start);
    });
  }
  return times;
}

/** Our share of the plain way's time: the first run of a process that is new to both, and the median of five more. */
export function codecFigures(): Figure[] {
  const profile = generatedProfile(NODES, 1);
  const few = generatedProfile(FEW_NODES, 1);
  const [json, ion] = [encodeJson(profile), encodeIon(profile)];
  const plain = JSON.parse(Buffer.from(encodeJson(few)).toString()) as object;
  const [plainJson = [], ownJson = []] = inTurns(
    6,
    () => walked((JSON.parse(Buffer.from(json).toString()) as { callgraph: Frame }).callgraph),
    () => decodeProfile(json),
  );
  const [plainIon = [], ownIon = []] = inTurns(
    6,
    () => load(ion),
    () => decodeProfile(ion),
  );
  const [plainWrite = [], ownWrite = []] = inTurns(
    3,
    () => dumpBinary(plain),
    () => encodeIon(few),
  );
  const share = (own: number[], other: number[]) => median(own.slice(1)) / median(other.slice(1));
  const first = (own: number[], other: number[]) => (own[0] ?? 0) / (other[0] ?? 1);
  const figure = (name: string, value: number, limit: number): Figure => ({ name, value, limit, unit: '×' });
  return [
    figure('JSON into columns, share of JSON.parse and walk', share(ownJson, plainJson), 1 / 3),
    figure('binary Ion into columns, share of ion-js, cold', first(ownIon, plainIon), 1 / 3.5),
    figure('binary Ion into columns, share of ion-js, warm', share(ownIon, plainIon), 1 / 5),
    figure('columns into binary Ion, share of ion-js', share(ownWrite, plainWrite), 1 / 20),
  ];
}
