import { counted } from '@/lib/answer/counted';
import { requireStateForBytes } from './chosen-state';
import { depthNotes } from './depth-notes';
import type { ImportedProfile, ImportOptions } from './imported-profile';
import type { JsonObject } from './json-shape';
import { type Kind, type SpeedscopeProfile, speedscope, speedscopeFile } from './speedscope/file';
import { addEvents, addSamples, weightsOf } from './speedscope/stacks';
import { StackCollector } from './stack-collector';
import { MICROS_PER_MS, MICROS_PER_SECOND, MICROSECOND_NOTE } from './time-units';

const MAX_LISTED_NAMES = 5;

/**
 * Speedscope's own JSON (https://www.speedscope.app/file-format-schema.json), written by py-spy, rbspy, dotnet-trace, speedscope and
 * by us. Profiles with the unit of the shown one are added up. Throws UndecodableProfile.
 */
export function readSpeedscope(json: JsonObject, { state }: ImportOptions): ImportedProfile {
  const file = speedscopeFile(json);
  const kind = (file.profiles[file.active] as SpeedscopeProfile).kind;
  if (kind === 'bytes') requireStateForBytes({ state });
  const taken = file.profiles.filter((profile) => profile.kind === kind);
  const period = kind === 'time' ? commonWeight(taken) : undefined;
  const micros = period ?? 1;
  const stacks = new StackCollector();
  let gaps = 0;
  let sum = 0;
  for (const profile of taken) {
    const scale = kind === 'time' ? profile.micros / micros : 1;
    const own = file.isOwn && state === undefined ? profile.name : undefined;
    const target = { stacks, state: own || state || 'RUNNABLE', frames: file.frames, scale };
    if (profile.isEvented) gaps += addEvents(profile, target) * scale;
    else addSamples(profile, target);
    sum += (endOf(profile) - startOf(profile)) * scale;
  }
  const tree = stacks.finish();
  const perSecond = MICROS_PER_SECOND / micros;
  return {
    format: 'speedscope profile',
    tree,
    ...(kind === 'time' && {
      durationMs: durationMs(taken),
      sampleWeights: Object.fromEntries(tree.states.map((each) => [each, perSecond])),
    }),
    notes: [
      ...(file.isOwn ? [] : addedNotes(taken, file.profiles.length)),
      ...(kind === 'time' && period === undefined ? [MICROSECOND_NOTE] : []),
      ...(gaps > 0 ? [gapNote(gaps, sum)] : []),
      ...depthNotes(stacks.cutStacks),
    ],
  };
}

/** Microseconds of every sample when all have the same weight: then each is one sample. */
function commonWeight(profiles: readonly SpeedscopeProfile[]): number | undefined {
  const weights = new Set<number>();
  for (const profile of profiles) {
    if (profile.isEvented) return undefined;
    for (const weight of weightsOf(profile)) weights.add(weight * profile.micros);
    if (weights.size > 1) return undefined;
  }
  const [weight = 0] = weights;
  return weight > 0 ? weight : undefined;
}

const startOf = ({ at, value }: SpeedscopeProfile) => speedscope.number(value.startValue, `${at}.startValue`);
const endOf = ({ at, value }: SpeedscopeProfile) => speedscope.number(value.endValue, `${at}.endValue`);

/** Profiles of one file are threads of the same time. */
function durationMs(profiles: readonly SpeedscopeProfile[]): number {
  let [start, end] = [Infinity, -Infinity];
  for (const profile of profiles) {
    const scale = profile.micros / MICROS_PER_MS;
    start = Math.min(start, startOf(profile) * scale);
    end = Math.max(end, endOf(profile) * scale);
  }
  return Math.max(0, end - start);
}

function addedNotes(taken: readonly SpeedscopeProfile[], count: number): string[] {
  const names = taken.slice(0, MAX_LISTED_NAMES).map(({ name }) => name || 'nameless');
  const more = taken.length > names.length ? ` and ${taken.length - names.length} more` : '';
  const left = count - taken.length;
  const units: Record<Kind, string> = { count: 'counts', time: 'times', bytes: 'bytes' };
  const kind = units[taken[0]?.kind ?? 'count'];
  return [
    ...(taken.length > 1 ? [`Its ${taken.length} profiles were added up: ${names.join(', ')}${more}.`] : []),
    ...(left > 0
      ? [`${counted(left, 'profile')} in other units than ${kind} ${left === 1 ? 'was' : 'were'} left out.`]
      : []),
  ];
}

function gapNote(gaps: number, all: number): string {
  const share = ((100 * gaps) / Math.max(all, gaps)).toFixed(1);
  return `During ${share} % of its length no frame was open; that part isn't counted.`;
}
