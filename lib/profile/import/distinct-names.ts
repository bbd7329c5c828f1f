import type { StackFrame } from './stack-collector';

/**
 * Frames whose names distinguish functions: where files differ, the file is added, as in `run (src/cart.js)`. A call tree
 * merges siblings of one name.
 */
export function distinctNames(frames: readonly StackFrame[]): StackFrame[] {
  const files = new Map<string, string | undefined>();
  const shared = new Set<string>();
  for (const { name, file } of frames) {
    if (files.has(name) && files.get(name) !== file) shared.add(name);
    files.set(name, file);
  }
  return frames.map((frame) =>
    frame.file && shared.has(frame.name) ? { ...frame, name: nameInFile(frame.name, frame.file) } : frame,
  );
}

/** A name that distinguishes functions of the same name in different files. */
export const nameInFile = (name: string, file: string): string => `${name} (${file})`;
