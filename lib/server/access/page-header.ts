/** The header in which the proxy tells a page its own address, which Next doesn’t. */
export const PAGE_HEADER = 'x-triptych-page';
