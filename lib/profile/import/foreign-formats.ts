/** Bytes of a file that are enough to recognize its format. */
export const INSPECTED_BYTES = 4096;

/** Formats that are recognized only to refuse them with advice: their beginning, and how to convert them. */
const FORMATS: readonly { begins: RegExp; sentence: string }[] = [
  {
    begins: /^FLR\0/,
    sentence:
      'It is a Java Flight Recorder file. Convert it with jfrconv of async-profiler: jfrconv --cpu -o collapsed app.jfr app.folded.',
  },
  {
    begins: /^(?:PERFILE2|2ELIFREP)/,
    sentence: 'It is the data of perf record. Convert it: perf script | stackcollapse-perf.pl > app.folded.',
  },
  {
    begins: /^Nettrace/,
    sentence: 'It is a .nettrace file. Convert it: dotnet-trace convert --format Speedscope app.nettrace.',
  },
  {
    begins: /^\s*<(?:!doctype html|html|\?xml|svg)/i,
    sentence:
      'It is a picture or a page, not a profile. Save folded stacks instead, such as py-spy record -f raw or async-profiler’s -o collapsed.',
  },
];

const PERF_SCRIPT =
  'It is the output of perf script. Fold it first: perf script | stackcollapse-perf.pl > app.folded.';
/** A thread, its pid, an optional CPU, and a time, as in `app 10/11 [003] 1.000001: 1001001 cycles:`. */
const PERF_EVENT = /^\S.{0,100}?[ \t]+-?\d+(?:\/-?\d+)?[ \t]+(?:\[\d+\][ \t]+)?\d+\.\d+:\s/;
/** An address and a function, as in `55d0c0 main+0x10 (/bin/app)`. */
const PERF_FRAME = /^\s+[0-9a-f]+\s+\S/;
const MAX_LINE_LENGTH = 200;

/** How to convert a file, plain or unzipped, whose format is known but not read; undefined for others. Its beginning is enough. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, INSPECTED_BYTES));
  const known = FORMATS.find(({ begins }) => begins.test(beginning));
  if (known) return known.sentence;
  const [event = '', frame = ''] = beginning
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.slice(0, MAX_LINE_LENGTH));
  return PERF_EVENT.test(event) && PERF_FRAME.test(frame) ? PERF_SCRIPT : undefined;
}
