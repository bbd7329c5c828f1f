const KIB = 1024;

/** `64 kB`, `256 MiB`. */
export const formatBytes = (bytes: number) =>
  bytes < KIB * KIB ? `${bytes / KIB} kB` : `${bytes / KIB / KIB} MiB`;
