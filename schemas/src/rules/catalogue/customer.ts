import { addMonths, localDay, parseDay, printDay } from '../calendar.ts'
import type { Clock } from '../types.ts'
import { fromBss, group, option, textOf, type CatalogueEntry } from './define.ts'

/** Who the customer is. */
export const customerAttributes: readonly CatalogueEntry[] = group({ it: 'Cliente', en: 'Customer' }, [
  fromBss('customer', {
    name: 'customer.segment',
    type: 'string',
    label: { it: 'Segmento', en: 'Segment' },
    options: [
      option('consumer', 'Privato', 'Consumer', { it: 'un privato', en: 'a consumer' }),
      option('business', 'Azienda', 'Business', { it: 'un’azienda', en: 'a business' }),
    ],
    wording: { noun: { it: 'il cliente', en: 'the customer' } },
    read: (customer) => customer.segment,
  }),
  fromBss('customer', {
    name: 'customer.status',
    type: 'string',
    label: { it: 'Stato del cliente', en: 'Customer status' },
    wording: { noun: { it: 'lo stato del cliente', en: 'the customer status' } },
    read: (customer) => textOf(customer.status),
  }),
  fromBss('customer', {
    name: 'customer.since',
    type: 'date',
    label: { it: 'Cliente dal', en: 'Customer since' },
    wording: { noun: { it: 'l’inizio del rapporto', en: 'the start of the relationship' }, verb: { it: 'è avvenuto', en: 'was' } },
    read: (customer) => customer.since ?? null,
  }),
  fromBss('party', {
    name: 'party.language',
    type: 'string',
    label: { it: 'Lingua in anagrafica', en: 'Language on record' },
    wording: { noun: { it: 'la lingua in anagrafica', en: 'the language on record' } },
    read: (party) => textOf(party.language),
  }),
  fromBss('party', {
    name: 'party.age',
    type: 'number',
    label: { it: 'Età', en: 'Age' },
    unit: { it: 'anni', en: 'years' },
    wording: { noun: { it: 'l’età', en: 'the age' } },
    read: (party, { context }) => birthday(party.birthDate, context.clock)?.age ?? null,
  }),
  fromBss('party', {
    name: 'party.isBirthday',
    type: 'boolean',
    label: { it: 'È il compleanno', en: 'It is the birthday' },
    wording: {
      noun: { it: 'il compleanno', en: 'the birthday' },
      whenTrue: { it: 'oggi è il compleanno del cliente', en: 'today is the customer’s birthday' },
      whenFalse: { it: 'oggi non è il compleanno del cliente', en: 'today is not the customer’s birthday' },
    },
    read: (party, { context }) => birthday(party.birthDate, context.clock)?.isToday ?? null,
  }),
])

/** How old somebody is today and whether today is the day; born on 29 February, he has it on the 28th in a common year. */
function birthday(birthDate: string | undefined, clock: Clock): { age: number; isToday: boolean } | null {
  if (birthDate === undefined) return null
  const born = parseDay(birthDate)
  if (Number.isNaN(born)) return null
  const today = localDay(clock.now.getTime(), clock.timeZone)
  const age = Number(printDay(today).slice(0, 4)) - Number(birthDate.slice(0, 4))
  const thisYear = addMonths(born, age * 12)
  return { age: today < thisYear ? age - 1 : age, isToday: today === thisYear }
}
