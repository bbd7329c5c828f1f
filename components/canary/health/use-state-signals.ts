'use client';

import { useEffect, useRef } from 'react';
import { showToast } from '@/components/toast/toasts';
import type { HealthState } from '@/lib/canary/health/canary-health';
import { isAlarming, isRecovery, stateTitle } from '@/lib/canary/health/state-signals';

/** Shows the state of a canary in the title and the icon of the window, and reports its recovery while the page is open. */
export function useStateSignals(name: string | undefined, state: HealthState | undefined): void {
  const before = useRef<{ name: string; state: HealthState }>(undefined);
  useEffect(() => {
    if (name === undefined || state === undefined) return;
    const last = before.current?.name === name ? before.current.state : undefined;
    before.current = { name, state };
    if (isRecovery(last, state))
      void showToast({ title: `${name} has recovered`, message: 'Its newest run passed.', color: 'teal' });
    return signal(stateTitle(name, state), isAlarming(state) ? alarmIcon(state) : undefined);
  }, [name, state]);
}

/** Sets title and icon; the result sets back those of the page. */
function signal(title: string, icon: string | undefined): () => void {
  const endTitle = keepTitle(title);
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  const usualIcon = link?.getAttribute('href');
  if (link && icon) link.href = icon;
  return () => {
    endTitle();
    if (link && icon && usualIcon) link.href = usualIcon;
  };
}

/** Keeps a title: Next writes that of a page when its data arrives, which can be later, and the next page's before this one ends. */
function keepTitle(title: string): () => void {
  let usual = document.title;
  const keep = () => {
    if (document.title === title) return;
    usual = document.title;
    document.title = title;
  };
  keep();
  const observer = new MutationObserver(keep);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    if (document.title === title) document.title = usual;
  };
}

/** A triangle, filled for a failing canary, as the marks in the page are. */
function alarmIcon(state: HealthState): string {
  const fill = state === 'failing' ? '#e03131' : 'none';
  const stroke = state === 'failing' ? '#e03131' : '#f08c00';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M10 2 19 18H1Z" fill="${fill}" stroke="${stroke}" stroke-width="2" stroke-linejoin="round"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
