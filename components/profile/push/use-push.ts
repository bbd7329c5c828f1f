import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ProblemError } from '@/lib/answer/problem';
import { type PushedFile, pushedPath } from '@/lib/profile/view/pushed-file';
import { NO_ANSWER, NO_CONNECTION } from '@/lib/queries/fetch-json';
import { pushFile } from '@/lib/queries/push-file';
import { type FileState, type Queue, type QueuedFile, waitingFiles } from './push-queue';

type Push = {
  /** Pushes the files that wait now, one after another. */
  push(queue: Queue, onState: (id: number, state: FileState) => void): Promise<void>;
  /** Ends the running push. The file that is being pushed may still be. */
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
      let mayHavePushed = false;
      for (const queued of waitingFiles(queue)) {
        if (controller.signal.aborted) break;
        onState(queued.id, { name: 'pushing' });
        const state = await stateAfter(queued, controller.signal);
        onState(queued.id, state);
        mayHavePushed ||= state.name !== 'refused' || state.isPartial === true;
      }
      // Not awaited: the answers of the page behind the dialog may take long.
      if (mayHavePushed) void client.invalidateQueries();
    },
    cancel: () => running.current?.abort(),
  };
}

async function stateAfter({ file, group }: QueuedFile, signal: AbortSignal): Promise<FileState> {
  try {
    return { name: 'pushed', pushed: await pushFile(file, group, signal) };
  } catch (error) {
    // Nobody knows how far the server was.
    if (signal.aborted) return { name: 'cancelled' };
    if (!(error instanceof ProblemError))
      return { name: 'refused', sentence: `${file.name} can’t be read.`, canRetry: true };
    const { code, message, status, retryable } = error.problem;
    if (code === NO_CONNECTION || (code === NO_ANSWER && status >= 500)) return { name: 'lost' };
    // The server offers a push again unless a part may have been pushed, or the file is at fault.
    return {
      name: 'refused',
      sentence: message,
      canRetry: retryable,
      isPartial: status >= 500 && !retryable,
    };
  }
}

/** Path of a pushed profile in a time zone. */
export const pathIn = (pushed: PushedFile, zone: string) =>
  `${pushedPath(pushed)}&tz=${encodeURIComponent(zone)}`;
