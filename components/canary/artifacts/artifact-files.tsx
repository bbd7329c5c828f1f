'use client';

import { Anchor, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { counted } from '@/lib/answer/counted';
import { formatBytes } from '@/lib/answer/format-bytes';
import type {
  ArtifactFile,
  ArtifactFileRequest,
  ArtifactKind,
  ArtifactsRequest,
} from '@/lib/canary/artifacts/run-artifacts';
import { artifactPath } from '@/lib/queries/artifacts';
import shared from '../canary.module.css';
import { ArtifactPicture } from './artifact-picture';
import { ArtifactText } from './artifact-text';
import classes from './artifacts.module.css';
import { WaterfallView } from './waterfall-view';

type ArtifactFilesProps = {
  place: ArtifactsRequest;
  artifacts: { files: ArtifactFile[]; isCut: boolean; oddNameCount: number };
  /** Name of the open file. */
  open: string | null;
  onOpen: (file: string | null) => void;
};

const KIND_LABELS: Record<ArtifactKind, string> = {
  report: 'Report',
  har: 'Requests',
  screenshot: 'Screenshot',
  log: 'Log',
  other: 'File',
};

/** The files of a run. One at a time opens in place; each can be saved. */
export function ArtifactFiles({ place, artifacts, open, onOpen }: ArtifactFilesProps) {
  const { files, isCut, oddNameCount } = artifacts;
  if (files.length === 0 && oddNameCount === 0)
    return <p className={shared.muted}>The folder has no files.</p>;
  return (
    <>
      <ul className={classes.files}>
        {files.map((file) => {
          const isOpen = file.name === open;
          const Icon = isOpen ? IconChevronDown : IconChevronRight;
          return (
            <li key={file.name}>
              <div className={classes.file}>
                <UnstyledButton
                  className={classes.fileButton}
                  aria-expanded={isOpen}
                  onClick={() => onOpen(isOpen ? null : file.name)}
                >
                  <Icon size={14} aria-hidden className={classes.icon} />
                  <span className={classes.kind}>{KIND_LABELS[file.kind]}</span>
                  <bdi className={classes.fileName}>{file.name}</bdi>
                </UnstyledButton>
                <span className={classes.size}>{formatBytes(file.bytes)}</span>
                <Anchor
                  href={artifactPath({ ...place, file: file.name })}
                  aria-label={`Save ${file.name}`}
                  download
                >
                  <IconDownload size={14} aria-hidden />
                </Anchor>
              </div>
              {isOpen && <Contents file={file} place={{ ...place, file: file.name }} />}
            </li>
          );
        })}
      </ul>
      {isCut && <p className={shared.muted}>Only {files.length} files are listed. The folder has more.</p>}
      {oddNameCount > 0 && (
        <p className={shared.muted}>
          {counted(oddNameCount, 'file')} not listed, because the name or that of a folder begins with a dot,
          has more than 200 characters, or has characters that can’t be shown.
        </p>
      )}
    </>
  );
}

function Contents({ file, place }: { file: ArtifactFile; place: ArtifactFileRequest }) {
  switch (file.kind) {
    case 'har':
      return <WaterfallView place={place} />;
    case 'screenshot':
      return <ArtifactPicture place={place} alt={`Screenshot ${file.name}`} className={classes.picture} />;
    default:
      return <ArtifactText place={place} />;
  }
}
