/** Scrolls to the timeline of a canary's page, which gets the focus. */
export function goToTimeline(): void {
  const panel = document.getElementById('runs');
  panel?.scrollIntoView();
  panel?.querySelector<HTMLElement>('[role="slider"]')?.focus({ preventScroll: true });
}
