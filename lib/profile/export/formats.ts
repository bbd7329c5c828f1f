/** Everything that the download menu, the route and the file itself need to know about a format. */
type FormatDescriptor = {
  /** Shown in the menu. */
  label: string;
  /** Program that opens the file, shown next to the label. */
  tool?: string;
  contentType: string;
  extension: string;
  /** The route gzips the file; its content type must be one that nobody compresses again. */
  isGzipped?: true;
  /** The file adds up thread states instead of keeping them apart. */
  sumsStates?: true;
  /** Far smaller format to recommend when a file would be too large. */
  smaller?: ConvertedFormat;
};

/** Formats that AWS answers in, passed on unchanged. */
export const RAW_FORMATS = {
  json: { label: 'JSON', contentType: 'application/json', extension: 'json' },
  ion: { label: 'Ion', contentType: 'application/x-amzn-ion', extension: 'ion' },
} as const satisfies Record<string, FormatDescriptor>;
export type RawFormat = keyof typeof RAW_FORMATS;

export type ConvertedFormat = 'pprof' | 'folded' | 'speedscope';

/** Formats of other tools; `writers/write-profile.ts` has the writer of each. */
export const CONVERTED_FORMATS: Record<ConvertedFormat, FormatDescriptor> = {
  pprof: {
    label: 'pprof',
    tool: 'go tool pprof',
    contentType: 'application/octet-stream',
    extension: 'pb.gz',
    isGzipped: true,
  },
  folded: {
    label: 'Folded stacks',
    tool: 'flamegraph.pl',
    contentType: 'text/plain; charset=utf-8',
    extension: 'folded',
    sumsStates: true,
    smaller: 'pprof',
  },
  speedscope: {
    label: 'speedscope',
    tool: 'speedscope.app',
    contentType: 'application/json',
    extension: 'speedscope.json',
  },
};

export type ExportFormat = RawFormat | ConvertedFormat;

const namesOf = <Name extends string>(descriptors: Record<Name, FormatDescriptor>) =>
  Object.keys(descriptors) as [Name, ...Name[]];

export const RAW_FORMAT_NAMES = namesOf(RAW_FORMATS);
export const CONVERTED_FORMAT_NAMES = namesOf(CONVERTED_FORMATS);
export const EXPORT_FORMAT_NAMES = namesOf({ ...RAW_FORMATS, ...CONVERTED_FORMATS });

export const isRawFormat = (format: ExportFormat): format is RawFormat => Object.hasOwn(RAW_FORMATS, format);
