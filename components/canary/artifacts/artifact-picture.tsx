'use client';

import { useState } from 'react';
import type { ArtifactFileRequest } from '@/lib/canary/artifacts/run-artifacts';
import { artifactPath } from '@/lib/queries/artifacts';
import shared from '../canary.module.css';

type ArtifactPictureProps = {
  place: ArtifactFileRequest;
  alt: string;
  className: string | undefined;
};

/** A screenshot, or a sentence where the server has none to show: it may be gone, too large or no picture by its bytes. */
export function ArtifactPicture({ place, alt, className }: ArtifactPictureProps) {
  const [failedAt, setFailedAt] = useState<string>();
  const path = artifactPath(place);
  if (failedAt === path) return <span className={shared.muted}>{place.file} can’t be shown.</span>;
  return (
    // biome-ignore lint/performance/noImgElement: the server has no optimizer of images
    <img src={path} alt={alt} loading="lazy" className={className} onError={() => setFailedAt(path)} />
  );
}
