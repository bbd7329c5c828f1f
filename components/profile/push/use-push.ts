import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ProblemError } from '@/lib/answer/problem';
import { type PushedFile, pushedPath } from '@/lib/profile/view/pushed-file';
import { pushFile } from '@/lib/queries/push-file';
import { type FileState, type Queue, type QueuedFile, waitingFiles } from './push-queue';

type Push = {
  /** Pushes the waiting files one after another. Resolves to the profiles that were pushed. */
  push(queue: Queue, onState: (id: number, state: FileState) => void): Promise<PushedFile[]>;
  /** Ends the running push. The file that is being read is not pushed. */
  cancel(): void;
};

/** Pushes files through the dashboard's server. Answers that lack the new profiles are requested again. */
export function usePush(): Push {
  const client = useQueryClient();
  const running = useRef<AbortController>(null);
  return {
    push: async (queue, onState) => {
      const controller = new AbortController();
      running.current = controller;
      const pushed: PushedFile[] = [];
      for (const queued of waitingFiles(queue)) {
        if (controller.signal.aborted) break;
        onState(queued.id, { name: 'pushing' });
        const state = await stateAfter(queued, controller.signal);
        onState(queued.id, state);
        if (state.name === 'pushed') pushed.push(state.pushed);
      }
      // Not awaited: the answers of the page behind the dialog may take long.
      if (pushed.length > 0) void client.invalidateQueries();
      return pushed;
    },
    cancel: () => running.current?.abort(),
  };
}

async function stateAfter({ file, group }: QueuedFile, signal: AbortSignal): Promise<FileState> {
  try {
    return { name: 'pushed', pushed: await pushFile(file, group, signal) };
  } catch (error) {
    if (signal.aborted) return { name: 'waiting' };
    const problem = error instanceof ProblemError ? error.problem : undefined;
    const sentence = problem?.message ?? `${file.name} can’t be read.`;
    return { name: 'refused', sentence, canRetry: problem?.retryable ?? true };
  }
}

/** Path of a pushed profile in a time zone. */
export const pathIn = (pushed: PushedFile, zone: string) =>
  `${pushedPath(pushed)}&tz=${encodeURIComponent(zone)}`;
