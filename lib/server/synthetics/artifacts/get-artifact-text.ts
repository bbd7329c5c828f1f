import type { Answer } from '@/lib/answer/answer';
import type { ArtifactFileRequest, ArtifactText } from '@/lib/canary/artifacts/run-artifacts';
import { exactNow } from '../../clock';
import { readArtifact } from './read-artifact';

const MAX_TEXT_BYTES = 16 * 1024 * 1024;
/** The end of a log tells why a run failed. */
const MAX_SHOWN_LENGTH = 100_000;

/** The text of an artifact such as a log, or its last 100,000 characters. Rejects with a ProblemError. */
export async function getArtifactText(
  request: ArtifactFileRequest,
  signal: AbortSignal,
): Promise<Answer<ArtifactText>> {
  const asOf = exactNow();
  const whole = new TextDecoder().decode(await readArtifact(request, MAX_TEXT_BYTES, signal));
  const leftOut = Math.max(0, whole.length - MAX_SHOWN_LENGTH);
  return { data: { text: whole.slice(leftOut), leftOut }, asOf, partial: leftOut > 0, warnings: [] };
}
