/** The timeline of a canary's page; null while there is none. */
export const runTimeline = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('#runs [role="slider"]');

/** Scrolls to the timeline of a canary's page, which gets the focus. */
export function goToTimeline(): void {
  document.getElementById('runs')?.scrollIntoView();
  runTimeline()?.focus({ preventScroll: true });
}
