import type { Profile } from '../../tree/call-tree';
import type { WrittenFormat } from '../formats';
import type { Title, Written } from './export-stream';
import { writeFolded } from './folded';
import { writePprof } from './pprof';
import { writeSpeedscope } from './speedscope';

/** A profile's samples of the thread states given, in a format of other tools. pprof is not yet gzipped. */
export function writeProfile(
  profile: Profile,
  format: WrittenFormat,
  states: readonly string[],
  title: Title,
): Written {
  switch (format) {
    case 'pprof':
      return writePprof(profile, states, title);
    case 'folded':
      return writeFolded(profile.tree, states);
    case 'speedscope':
      return writeSpeedscope(profile.tree, states, title);
  }
}
