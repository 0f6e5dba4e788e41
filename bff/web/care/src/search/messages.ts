import type { Locale } from '@mosaic/schemas/text'

type Messages = typeof it

const it = {
  label: 'Cerca un cliente',
  hint: 'Numero, nome o codice cliente',
  how: 'Numero con o senza +39, nome e cognome, oppure codice cliente. Bastano tre caratteri.',
  searching: 'Sto cercando…',
  found: (count: number) => (count === 1 ? '1 cliente trovato' : `${count} clienti trovati`),
  many: 'Ci sono altri clienti: scrivi ancora qualche lettera.',
  none: 'Nessun cliente',
  noneBody: 'Prova con il numero di telefono, con nome e cognome come sul contratto o con il codice cliente.',
  failed: 'La ricerca non è riuscita.',
  moreLines: (count: number) => (count === 1 ? 'e un’altra linea' : `e altre ${count} linee`),
  noLines: 'Nessuna linea',
}

const en: Messages = {
  label: 'Find a customer',
  hint: 'Number, name or customer code',
  how: 'A number with or without +39, first and last name, or the customer code. Three characters are enough.',
  searching: 'Searching…',
  found: (count) => (count === 1 ? '1 customer found' : `${count} customers found`),
  many: 'There are more customers: type a few more letters.',
  none: 'No customer',
  noneBody: 'Try the phone number, first and last name as on the contract, or the customer code.',
  failed: 'The search did not work.',
  moreLines: (count) => (count === 1 ? 'and one more line' : `and ${count} more lines`),
  noLines: 'No line',
}

export const messages: Record<Locale, Messages> = { it, en }
