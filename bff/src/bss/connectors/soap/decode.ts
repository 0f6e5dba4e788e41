/** XML as text: by what HTTP says of the encoding, else the first bytes, else the declaration, else UTF-8. @throws {TypeError | RangeError} */
export function decode(bytes: Buffer, contentType = ''): string {
  const start = bytes.subarray(0, 200).toString('latin1')
  const label =
    /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ??
    (start.startsWith('\u00ff\u00fe') ? 'utf-16le' : undefined) ??
    (start.startsWith('\u00fe\u00ff') ? 'utf-16be' : undefined) ??
    /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/.exec(start)?.[1]
  return new TextDecoder(label ?? 'utf-8', { fatal: true }).decode(bytes)
}
