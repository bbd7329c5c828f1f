/** What a profile can be downloaded as: as AWS answered it, or written by us for other tools. */
export const EXPORT_FORMATS = ['json', 'ion', 'pprof', 'folded', 'speedscope'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type WrittenFormat = Exclude<ExportFormat, 'json' | 'ion'>;

/** How a file of a format ends, so that the tools that read it know it. */
export const EXTENSIONS: Record<ExportFormat, string> = {
  json: 'json',
  ion: 'ion',
  pprof: 'pb.gz',
  folded: 'folded',
  speedscope: 'speedscope.json',
};
