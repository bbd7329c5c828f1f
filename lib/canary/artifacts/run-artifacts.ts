import { ProblemError } from '@/lib/answer/problem';

/** The artifacts of a run of a canary: `location` is where AWS keeps them. */
export type ArtifactsRequest = { name: string; location: string };

/** One file of them. */
export type ArtifactFileRequest = ArtifactsRequest & { file: string };

/** The use of an artifact, by its name. */
export type ArtifactKind = 'report' | 'har' | 'screenshot' | 'log' | 'other';

export type ArtifactFile = { name: string; kind: ArtifactKind; bytes: number };

/**
 * The files of a run. `gone`: their folder is missing in S3 or, if `isLocal`, in that of local-aws. `isCut`: there are more files than are
 * listed. `oddNameCount`: the number of those found that are not listed because their names are not ARTIFACT_NAMEs.
 */
export type RunArtifacts =
  | { state: 'listed'; files: ArtifactFile[]; isCut: boolean; oddNameCount: number }
  | { state: 'gone'; isLocal: boolean };

/** The text of an artifact; `leftOut` is the number of characters before it that are not shown. */
export type ArtifactText = { text: string; leftOut: number };

/** The name of a file without its folders. */
export const baseName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** The use of a file by its name, as Synthetics names its artifacts. */
export function artifactKind(path: string): ArtifactKind {
  const name = baseName(path);
  if (/^SyntheticsReport-[A-Z]+\.json$/.test(name)) return 'report';
  if (/\.har$/i.test(name)) return 'har';
  if (/\.(png|jpe?g)$/i.test(name)) return 'screenshot';
  return /\.(txt|log)$/i.test(name) ? 'log' : 'other';
}

/** The report among files: if folders have one each, that in the fewest of them. */
export const reportOf = (files: readonly ArtifactFile[]): ArtifactFile | undefined =>
  files.filter(({ kind }) => kind === 'report').sort((a, b) => depth(a) - depth(b))[0];

const depth = ({ name }: ArtifactFile) => name.split('/').length;

/** Maximum length of the name of a file of artifacts, with its folders. */
export const MAX_NAME_LENGTH = 200;

/** Name of a file of artifacts: its path below the folder of the run. */
export const ARTIFACT_NAME = /^(?=[\s\S]{1,200}$)(?!\.)[^\p{Cc}\p{Cs}/\\]+(?:\/(?!\.)[^\p{Cc}\p{Cs}/\\]+)*$/u;

/** The code of a problem with a permission to read artifacts, all of which are optional. */
export const ARTIFACTS_DENIED = 'ArtifactsDenied';

/** Whether AWS denied the server to read artifacts. Nothing but a change of its policy changes that, so it is not retried automatically. */
export const isArtifactsDenied = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.problem.code === ARTIFACTS_DENIED;
