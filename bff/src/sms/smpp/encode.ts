/*
 * GSM 03.38 as SMPP carries it under data coding 0: one septet an octet, and the centre packs them. The library's own way writes the same bytes but calls
 * them IA5 (data coding 1), so that real centres deliver other letters.
 */

/** By place; at 0x1b stands the escape, which is no sign. */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const escape = 0x1b
const extended: Readonly<Record<string, number>> = {
  '^': 0x14,
  '{': 0x28,
  '}': 0x29,
  '\\': 0x2f,
  '[': 0x3c,
  '~': 0x3d,
  ']': 0x3e,
  '|': 0x40,
  '€': 0x65,
}
const octets = new Map<string, readonly number[]>([
  ...Array.from(basic, (sign, place) => [sign, [place]] as const).filter(([, [place]]) => place !== escape),
  ...Object.entries(extended).map(([sign, place]) => [sign, [escape, place]] as const),
])

/** The octets of a text. @throws {RangeError} for a sign that is in neither table; `smsSize` says before which they are */
export function encodeGsm(text: string): Buffer {
  return Buffer.from(
    Array.from(text).flatMap((sign) => {
      const found = octets.get(sign)
      if (!found) throw new RangeError(`U+${sign.codePointAt(0)?.toString(16)} is no sign of GSM 03.38`)
      return found
    }),
  )
}
