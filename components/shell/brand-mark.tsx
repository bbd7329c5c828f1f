/** Three panels, the middle one wider. */
export function BrandMark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <rect x="1" y="3" width="4" height="14" rx="1.5" fill="var(--mantine-color-indigo-5)" opacity="0.75" />
      <rect x="6.5" y="1" width="7" height="18" rx="1.5" fill="var(--mantine-color-indigo-6)" />
      <rect x="15" y="3" width="4" height="14" rx="1.5" fill="var(--mantine-color-indigo-5)" opacity="0.75" />
    </svg>
  );
}
