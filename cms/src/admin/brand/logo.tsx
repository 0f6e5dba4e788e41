/** Four tiles of different sizes: a mosaic. */
export function Icon({ size = 18 }: { size?: number }) {
  return (
    <svg width={size} style={{ maxWidth: '100%', height: 'auto' }} viewBox="0 0 26 26" role="img" aria-label="Mosaic">
      <rect x="1" y="1" width="14" height="10" rx="3" fill="#5b4bdb" />
      <rect x="17" y="1" width="8" height="10" rx="3" fill="#f59e0b" />
      <rect x="1" y="13" width="8" height="12" rx="3" fill="#10b981" />
      <rect x="11" y="13" width="14" height="12" rx="3" fill="#e0567a" />
    </svg>
  )
}

export function Logo() {
  return (
    <span className="mosaic-logo">
      <Icon size={30} /> Mosaic
    </span>
  )
}
