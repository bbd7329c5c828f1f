import { counted } from '@/lib/answer/counted';
import { sizeText } from '../frame-text/block-text';
import type { Picture } from '../graph/picture';
import { type BlockContent, MAX_LISTED } from './block-functions';

/** Whether all functions of a block that can be listed are loaded. */
export type BlockLoad = 'loaded' | 'loading' | 'failed';

/** Describes the functions of a block that its list lacks; '' when it lacks none. */
export function restText(
  { functions, rest }: BlockContent,
  picture: Pick<Picture, 'whole' | 'unit' | 'isCoarse'>,
  load: BlockLoad,
): string {
  if (load === 'loading') return 'Loading more functions …';
  if (rest.count === 0) return '';
  const size = sizeText(picture, rest.samples);
  const more = functions.length > 0 ? 'more ' : '';
  const others =
    rest.count === undefined
      ? `${more}functions`
      : counted(rest.count, `${more}function`, `${more}functions`);
  if (load === 'failed') return `Loading ${others} failed: ${size} in all.`;
  if (rest.count === undefined) return `Functions that aren’t loaded: ${size}.`;
  const isFull = functions.length >= MAX_LISTED;
  const why = isFull ? 'not listed' : picture.isCoarse ? 'not loaded' : 'too small to list';
  return `${others} ${why}: ${size} in all.`;
}
