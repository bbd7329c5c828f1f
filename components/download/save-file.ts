/** The URL must stay valid until the download has started. */
const REVOKE_AFTER_MS = 60_000;

/** Saves a file in the browser's folder of downloads. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
}
