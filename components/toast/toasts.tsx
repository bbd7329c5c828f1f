'use client';

import type { NotificationData } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';

const Notifications = dynamic(() => import('@mantine/notifications').then((module) => module.Notifications), {
  ssr: false,
});

const listeners = new Set<() => void>();
let asked = false;

/** Shows a short message in the corner. The library comes with the first one. */
export async function showToast(toast: NotificationData): Promise<void> {
  asked = true;
  for (const listener of listeners) listener();
  const { notifications } = await import('@mantine/notifications');
  notifications.show(toast);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where messages appear. */
export function Toasts() {
  const needed = useSyncExternalStore(
    subscribe,
    () => asked,
    () => false,
  );
  return needed && <Notifications position="bottom-right" />;
}
