import { type NotificationData, notifications, notificationsStore } from '@mantine/notifications';

/** Maximum number of messages that stay until somebody closes them. Five are shown at once, so others still have room. */
export const MAX_LASTING = 3;

/** Shows a message, in place of one with the same id. Of those that stay until somebody closes them, the oldest make room for it. */
export function showWithRoom(toast: NotificationData): void {
  const { notifications: shown, queue } = notificationsStore.getState();
  const all = [...shown, ...queue];
  if (toast.id !== undefined && all.some(({ id }) => id === toast.id)) {
    notifications.update(toast);
    return;
  }
  if (toast.autoClose === false) {
    const lasting = all.filter(({ autoClose }) => autoClose === false);
    for (const { id } of lasting.slice(0, Math.max(0, lasting.length - MAX_LASTING + 1)))
      if (id !== undefined) notifications.hide(id);
  }
  notifications.show(toast);
}
