/*
 * GSM 03.38 as a telephone reads it. A table of its own, beside the one that the BFF writes with: what one of them has wrong, the other shows.
 */

const table: readonly string[] = [
  '@', '£', '$', '¥', 'è', 'é', 'ù', 'ì', 'ò', 'Ç', '\n', 'Ø', 'ø', '\r', 'Å', 'å',
  'Δ', '_', 'Φ', 'Γ', 'Λ', 'Ω', 'Π', 'Ψ', 'Σ', 'Θ', 'Ξ', '', 'Æ', 'æ', 'ß', 'É',
  ' ', '!', '"', '#', '¤', '%', '&', "'", '(', ')', '*', '+', ',', '-', '.', '/',
  '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ':', ';', '<', '=', '>', '?',
  '¡', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O',
  'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z', 'Ä', 'Ö', 'Ñ', 'Ü', '§',
  '¿', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
  'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 'ä', 'ö', 'ñ', 'ü', 'à',
] // prettier-ignore
const escape = 0x1b
const behindEscape: Readonly<Record<number, string>> = {
  0x0a: '\f', 0x14: '^', 0x28: '{', 0x29: '}', 0x2f: '\\', 0x3c: '[', 0x3d: '~', 0x3e: ']', 0x40: '|', 0x65: '€',
} // prettier-ignore

/** The most septets of one message. */
const longest = 160

/**
 * What a telephone shows of the octets of a message.
 *
 * @returns undefined for a coding that no telephone reads, an octet that is no septet, and for more than one message
 */
export function readMessage(coding: number, octets: Buffer): string | undefined {
  if (coding === 8) return octets.length % 2 === 0 && octets.length <= 140 ? Buffer.from(octets).swap16().toString('utf16le') : undefined
  // IA5: the letters are others than those of the GSM table, and telephones show them as they are.
  if (coding === 1) return octets.toString('latin1')
  if (coding !== 0 || octets.length > longest) return undefined
  let text = ''
  for (let at = 0; at < octets.length; at++) {
    const octet = octets[at] ?? 0
    // What stands behind an escape and is no sign is shown as a blank (GSM 03.38, 6.2.1.1).
    const sign = octet === escape ? (behindEscape[octets[++at] ?? 0] ?? ' ') : table[octet]
    if (sign === undefined) return undefined
    text += sign
  }
  return text
}
