import { parentPort } from 'node:worker_threads';
import { stateSamples } from '@/lib/profile/tree/states';
import { hottestFunction } from '@/lib/profile/view/hottest-function';
import { profileFunctions } from '@/lib/profile/view/profile-functions';
import { profileView } from '@/lib/profile/view/profile-view';
import type { ProfileView } from '@/lib/profile/view/view';
import { decodeBytes } from './decode-bytes';
import { ExportWriters } from './export-writers';
import type { EngineReply, EngineRequest } from './messages';
import { ProfileCache } from './profile-cache';
import { RecentViews } from './recent-views';

const MAX_CACHE_BYTES = 512 * 1024 * 1024;

/** Maximum time one search may hold the worker. */
const MAX_SEARCH_MS = 500;

const profiles = new ProfileCache(MAX_CACHE_BYTES);
const views = new RecentViews<Omit<ProfileView, 'group'>>();
const exports = new ExportWriters();

/** The worker's entry: replies to each request, in order. */
parentPort?.on('message', (request: EngineRequest) => {
  const { id } = request;
  try {
    reply({ id, output: run(request) });
  } catch (error) {
    reply({ id, failure: (error instanceof Error && error.stack) || String(error) });
  }
});

const reply = (message: EngineReply) => parentPort?.postMessage(message);

/** Whether a search may continue. The clock starts with the first call. */
function searchClock(): () => boolean {
  let deadline: number | undefined;
  return () => {
    deadline ??= performance.now() + MAX_SEARCH_MS;
    return performance.now() < deadline;
  };
}

function run({ operation, input }: EngineRequest) {
  const hasTimeLeft = searchClock();
  switch (operation) {
    case 'load':
      return profiles.load(input.key, input.bytes);
    case 'pack':
      return profiles.packed(input.key, input.times);
    case 'samples': {
      const decoded = decodeBytes(input.bytes);
      return 'undecodable' in decoded ? decoded : { states: stateSamples(decoded.tree) };
    }
    case 'view': {
      const profile = profiles.filtered(input.profile, input.choice);
      if (!profile) return undefined;
      const { known, whole, sampleWeights, hidden, collapsed } = profile;
      return views.get(known, input.choice, () => {
        const drawn = profiles.drawn(profile, input.choice);
        const view = profileView(known, input.choice, whole, hasTimeLeft, drawn);
        return { ...view, sampleWeights, hidden, collapsed };
      });
    }
    case 'functions': {
      const profile = profiles.filtered(input.profile, input.choice);
      return profile && profileFunctions(profile.known, input.choice, profile.whole, hasTimeLeft);
    }
    case 'hottest': {
      const profile = profiles.merged(input.profile);
      return profile && hottestFunction(profile.known.tree, input.preset, input.name);
    }
    case 'compare': {
      const compared = profiles.compared(input.baseline, input.comparison, input.choice);
      if (!compared) return undefined;
      const { comparison, slots, ...info } = compared;
      return { ...comparison.view(input.compare, input.choice, slots, hasTimeLeft), ...info };
    }
    case 'startExport': {
      const profile = profiles.exported(input.profile);
      return profile && exports.start(profile.known.tree, input.file);
    }
    case 'nextExportChunk':
      return exports.next(input.id);
    case 'endExport':
      return exports.end(input.id);
  }
}
