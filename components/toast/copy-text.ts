import { showToast } from './toasts';

/**
 * Copies a text and reports it. Returns false if the browser refuses, as it does without HTTPS on another machine. Call it right
 * after the click: browsers don't allow it later.
 */
export async function copyText(text: string, done: { title: string; message: string }): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return false;
  }
  await showToast(done);
  return true;
}
