import { showToast } from '@/components/toast/toasts';
import { formatClock, formatZoneAt } from '@/lib/time/format';

/** When a recovery was seen. Its message stays until the viewer, who may be looking at another window, closes it. */
export type Seen = { now: number; zone: string };

/** Reports a recovery: `shop-front has recovered`, `Seen passing again at 14:20 UTC.` The next one of the same replaces it. */
export function reportRecovery(title: string, passing: string, { now, zone }: Seen): void {
  const message = `${passing} again at ${formatClock(now, zone)} ${formatZoneAt(now, zone)}.`;
  void showToast({
    ...{ id: `${title} ${passing}`, title, message, color: 'teal', autoClose: false },
    closeButtonProps: { 'aria-label': 'Close' },
  });
}
