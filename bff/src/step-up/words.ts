import type { Locale } from '@mosaic/schemas/text'

/** The SMS with the one-time password, which the network fills in and sends. It fits one segment, and says whose it is. */
export function codeMessage(brand: string, locale: Locale): string {
  return locale === 'it'
    ? `${brand}: il tuo codice è {{code}}. Vale 5 minuti. Non dirlo a nessuno, nemmeno a noi.`
    : `${brand}: your code is {{code}}. Good for 5 minutes. Tell it to nobody, not even to us.`
}
