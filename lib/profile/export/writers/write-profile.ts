import type { Profile } from '../../tree/call-tree';
import type { ConvertedFormat } from '../formats';
import type { ExportStream, ExportTitle } from './export-stream';
import { writeFolded } from './folded';
import { writePprof } from './pprof';
import { writeSpeedscope } from './speedscope';

type Writer = (profile: Profile, states: readonly string[], title: ExportTitle) => ExportStream;

const WRITERS: Record<ConvertedFormat, Writer> = {
  pprof: writePprof,
  folded: ({ tree }, states) => writeFolded(tree, states),
  speedscope: ({ tree }, states, title) => writeSpeedscope(tree, states, title),
};

/** Writes the samples of the given thread states in a format of another tool, before any compression. */
export const writeProfile = (
  profile: Profile,
  format: ConvertedFormat,
  states: readonly string[],
  title: ExportTitle,
): ExportStream => WRITERS[format](profile, states, title);
