import { openObjects } from '../objects/open-objects';
import { processWide } from '../process-wide';
import { nowhereToKeepTokens } from './token-problems';
import { Tokens } from './tokens';

/** The tokens of this server, in its data folder or in S3. Rejects with a ProblemError when it has nowhere to keep them. */
export async function storedTokens(): Promise<Tokens> {
  const opened = await openObjects('');
  if (!opened) throw nowhereToKeepTokens();
  // They last as long as the clock on the wall says, as sessions do.
  return processWide(
    `tokens ${opened.place}`,
    () => new Tokens({ objects: opened.objects, now: () => Date.now() }),
  );
}
