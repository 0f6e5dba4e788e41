/**
 * Bytes to be kept: in memory of their own, exactly as large as they are. Small buffers of Node are slices of a shared pool, of which each keeps the whole alive, so a bound
 * in bytes would hold for a tenth of what is really there.
 */
export function exactBytes(content: string | Buffer): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(content))
  if (typeof content === 'string') bytes.write(content)
  else content.copy(bytes)
  return bytes
}
