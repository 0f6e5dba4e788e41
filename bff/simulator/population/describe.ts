import type { CustomerSpec, LineSpec } from './specs.ts'
import type { InTwoLanguages } from './types.ts'
import { newForDays } from './combinations.ts'

const words = {
  it: {
    consumer: 'Privato',
    business: 'Azienda',
    prepaid: 'ricaricabile',
    postpaid: 'abbonamento',
    hybrid: 'ibrido',
    voice: 'linea voce',
    data: 'linea dati',
    smartphone: 'su smartphone',
    tablet: 'su tablet',
    router: 'su router',
    allInclusive: 'piano tutto incluso',
    base: 'piano base',
    isNew: 'cliente da pochi giorni',
    isSuspended: 'linea sospesa',
    isInDebt: 'una fattura scaduta',
    lines: (count: number) => `${count} linee`,
  },
  en: {
    consumer: 'Consumer',
    business: 'Business',
    prepaid: 'prepaid',
    postpaid: 'postpaid',
    hybrid: 'hybrid',
    voice: 'voice line',
    data: 'data line',
    smartphone: 'on a smartphone',
    tablet: 'on a tablet',
    router: 'on a router',
    allInclusive: 'all-inclusive plan',
    base: 'base plan',
    isNew: 'a customer for a few days',
    isSuspended: 'line suspended',
    isInDebt: 'an overdue bill',
    lines: (count: number) => `${count} lines`,
  },
} as const

/** Who a drawn customer is, in a sentence. */
export function describe(spec: CustomerSpec): InTwoLanguages {
  return { it: sentence(spec, 'it'), en: sentence(spec, 'en') }
}

function sentence(spec: CustomerSpec, locale: 'it' | 'en'): string {
  const word = words[locale]
  const first: LineSpec = spec.lines[0]
  const parts = [
    `${word[spec.segment]}, ${word[first.payment]}`,
    `${word[first.kind]} ${word[first.device]}`,
    word[first.planType],
    ...(spec.lines.length > 1 ? [word.lines(spec.lines.length)] : []),
    ...(first.activeDays <= newForDays ? [word.isNew] : []),
    ...(first.status === 'suspended' ? [word.isSuspended] : []),
    ...(spec.isInDebt ? [word.isInDebt] : []),
  ]
  return `${parts.join(', ')}.`
}
