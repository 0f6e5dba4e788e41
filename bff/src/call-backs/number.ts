import type { Line } from '@mosaic/schemas/bss'

/** Where a customer is called: on the line it is about if one can talk on it, else on the first on which one can. Absent: nowhere is known. */
export function numberToCall(lines: readonly Line[], lineId: string | undefined): string | undefined {
  const wanted = lines.find(({ id }) => id === lineId)
  const found = wanted?.kind === 'voice' ? wanted : (lines.find(({ kind }) => kind === 'voice') ?? wanted)
  return found?.msisdn
}
