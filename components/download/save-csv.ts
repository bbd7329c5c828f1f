import { csvMark } from '@/lib/download/csv';
import { saveFile } from './save-file';

/** Maximum time without a pause, so that the page stays responsive. */
const MAX_TASK_MS = 30;

/** Saves records of CSV as a file. */
export async function saveCsv(records: Iterable<string>, fileName: string): Promise<void> {
  const parts: string[] = [];
  let part: string[] = [];
  let pauseAt = performance.now() + MAX_TASK_MS;
  for (const record of records) {
    part.push(record);
    if (performance.now() < pauseAt) continue;
    parts.push(part.join(''));
    part = [];
    await new Promise((resolve) => setTimeout(resolve));
    pauseAt = performance.now() + MAX_TASK_MS;
  }
  parts.push(part.join(''));
  saveFile(new Blob([csvMark(parts), ...parts], { type: 'text/csv;charset=utf-8' }), fileName);
}
