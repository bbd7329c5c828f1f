/** Scrolls to the table of totals, which has every group, and moves the focus into it. */
export function goToTotals(): void {
  const panel = document.getElementById('totals');
  panel?.scrollIntoView();
  panel?.querySelector<HTMLElement>('section')?.focus({ preventScroll: true });
}
