import { formatBytes } from './format-bytes';
import type { Problem } from './problem';

/** A request that a page sent to this server: a path of its API, and the JSON of a body if it was posted. */
export type AskedRequest = { path: string; body?: object | undefined };

/** The address of a page, without the origin. */
export type PageAddress = { path: string; search: string };

/** A shared link, which keeps what its page showed. */
export type LinkSummary = {
  id: string;
  name: string;
  page: PageAddress;
  /** When it was shared, epoch milliseconds. */
  keptAt: number;
  /** Size on disk. */
  bytes: number;
  /** Why some of its page's requests had no answer to keep, one reason each. */
  missing: string[];
  /** Whether the viewer may rename and revoke it. */
  canChange: boolean;
};

/** A page of the shared links, newest first, and the token of the next one. */
export type LinksPage = {
  links: LinkSummary[];
  next?: string;
  /** All links, the sum of their sizes, and the maximum of that. */
  total: { count: number; bytes: number; maxBytes: number };
};

/** A link and what its own page needs. */
export type LinkDetails = LinkSummary & {
  /** Whether the viewer may export it: only operators may if it keeps users. */
  canExport: boolean;
};

/** A shared link that was opened from a file. */
export type OpenedLink = {
  link: LinkSummary;
  /** Parts that the link had lost when it was exported. */
  lostCount: number;
};

/** Progress of making a link, then the link or why there is none. */
export type ShareEvent =
  | { type: 'progress'; doneCount: number; requestCount: number }
  | { type: 'link'; link: LinkSummary }
  | { type: 'failed'; problem: Problem };

/** 128 random bits as base64url. */
export const LINK_ID = /^[\w-]{22}$/;

/** Maximum length of the name of a link. */
export const MAX_LINK_NAME_LENGTH = 200;

/** The path of the page with what a shared link keeps beside what is now. */
export const differencePath = (id: string): string => `${linkPath(id)}/difference`;

/** The path of a shared link. */
export const linkPath = (id: string): string => `/s/${id}`;

/** The header that tells how many parts of an exported link are lost. */
export const LOST_PARTS_HEADER = 'x-triptych-lost-parts';

const MEBIBYTE = 1024 * 1024;

/** Maximum size of the file of an exported link. */
export const MAX_BUNDLE_BYTES = 528 * MEBIBYTE;

/** Maximum size of the page in it that opens without Triptych. */
export const MAX_PAGE_BYTES = 8 * MEBIBYTE;

/** Why a larger file is refused. */
export const BUNDLE_TOO_LARGE = `This file was not opened, because it is larger than the ${formatBytes(MAX_BUNDLE_BYTES)} that an exported link may have.`;
