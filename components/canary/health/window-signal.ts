import type { HealthState } from '@/lib/canary/health/canary-health';
import { isAlarming } from '@/lib/canary/health/state-signals';

/** Sets the title, and the icon of a failing or silent state; the result sets back those of the page. */
export function signalInWindow(title: string, state: HealthState | undefined): () => void {
  const endTitle = keepTitle(title);
  const endIcon = state && isAlarming(state) ? keepIcon(alarmIcon(state)) : undefined;
  return () => {
    endTitle();
    endIcon?.();
  };
}

/** Keeps an icon: Next writes that of a page again when its data arrives. */
function keepIcon(icon: string): () => void {
  const find = () => document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  let usual = find()?.getAttribute('href');
  const keep = () => {
    const link = find();
    if (!link || link.getAttribute('href') === icon) return;
    usual = link.getAttribute('href');
    link.href = icon;
  };
  keep();
  const observer = new MutationObserver(keep);
  observer.observe(document.head, { childList: true, subtree: true, attributeFilter: ['href'] });
  return () => {
    observer.disconnect();
    const link = find();
    if (link && usual && link.getAttribute('href') === icon) link.href = usual;
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
