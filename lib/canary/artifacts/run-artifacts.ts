/** The artifacts of a run of a canary: `location` is where AWS keeps them. */
export type ArtifactsRequest = { name: string; location: string };

/** One file of them. */
export type ArtifactFileRequest = ArtifactsRequest & { file: string };

/** The use of an artifact, by its name. */
export type ArtifactKind = 'report' | 'har' | 'screenshot' | 'log' | 'other';

export type ArtifactFile = { name: string; kind: ArtifactKind; bytes: number };

/**
 * The files of a run. `elsewhere`: they are in S3, which the dashboard doesn't read. `gone`: their folder is missing. `isCut`: there are
 * more files than are listed.
 */
export type RunArtifacts =
  | { state: 'listed'; files: ArtifactFile[]; isCut: boolean }
  | { state: 'elsewhere' }
  | { state: 'gone' };

/** The text of an artifact; `leftOut` is the number of characters before it that are not shown. */
export type ArtifactText = { text: string; leftOut: number };

/** The use of a file by its name, as Synthetics names its artifacts. */
export function artifactKind(name: string): ArtifactKind {
  if (/^SyntheticsReport-[A-Z]+\.json$/.test(name)) return 'report';
  if (/\.har$/i.test(name)) return 'har';
  if (/\.(png|jpe?g)$/i.test(name)) return 'screenshot';
  return /\.(txt|log)$/i.test(name) ? 'log' : 'other';
}

/** Location of a run's artifacts in the bucket of local-aws: `bucket/canary/region/name-suffix/yyyy/mm/dd/hh/mm-ss-ms`, without `s3://`. */
const RUN_LOCATION =
  /^[a-z0-9][a-z0-9.-]{1,62}\/canary\/[a-z0-9-]{1,30}\/[0-9a-z_-]{1,255}\/\d{4}\/\d{2}\/\d{2}\/\d{2}\/\d{2}-\d{2}-\d{3}(-\d{1,3})?$/;

/** Name of a file of artifacts, without a folder. */
export const ARTIFACT_NAME = /^(?!\.)[\w .()-]{1,200}$/;

/** AWS shortens names of canaries in locations. */
const MAX_NAME_LENGTH = 200;

/** Whether a location is that of a run of a canary, by its folder's name. */
export function isLocationOf(location: string, canary: string): boolean {
  const folder = RUN_LOCATION.test(location) ? location.split('/')[3] : undefined;
  return folder?.startsWith(`${canary.slice(0, MAX_NAME_LENGTH)}-`) ?? false;
}
