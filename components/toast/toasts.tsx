'use client';

import type { NotificationData } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';

const Notifications = dynamic(() => import('@mantine/notifications').then((module) => module.Notifications), {
  ssr: false,
});

const listeners = new Set<() => void>();
let isNeeded = false;

/** Shows a short message in the corner. Loads the library with the first one. */
export async function showToast(toast: NotificationData): Promise<void> {
  isNeeded = true;
  for (const listener of listeners) listener();
  const { showWithRoom } = await import('./show-with-room');
  showWithRoom(toast);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The container of the messages. */
export function Toasts() {
  const shouldRender = useSyncExternalStore(
    subscribe,
    () => isNeeded,
    () => false,
  );
  return shouldRender && <Notifications position="bottom-right" />;
}
