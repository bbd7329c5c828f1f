/** The search field of the page; it is found by its attribute, so that its key works before the browser has hydrated it. */
export const pageSearch = (): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>('input[aria-keyshortcuts="/"]');
