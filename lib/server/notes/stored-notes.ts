import { exactNow } from '../clock';
import { openObjects } from '../objects/open-objects';
import { processWide } from '../process-wide';
import { notesAreOff } from './note-problems';
import { Notes } from './notes';

/** The notes of this server, in its data folder or in S3. Rejects with a ProblemError when it has nowhere to store them. */
export async function storedNotes(): Promise<Notes> {
  const opened = await openObjects('');
  if (!opened) throw notesAreOff();
  return processWide(`notes ${opened.place}`, () => new Notes({ objects: opened.objects, now: exactNow }));
}
