import { showToast } from './toasts';

/** Waits for something that was started, then calls `onDone`; tells the viewer if it fails. */
export async function attempt(work: Promise<unknown>, title: string, onDone: () => void): Promise<void> {
  try {
    await work;
    onDone();
  } catch (error) {
    await showToast({ title, message: (error as Error).message, color: 'red' });
  }
}
