import { locales } from '@mosaic/schemas/text'
import { defineWidget, type FieldIssue } from '../definition.ts'
import { checkbox, link, rows, select, text, type FieldValues } from '../fields.ts'
import { say } from '../say.ts'
import { dialable, present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "Contatti"', en: 'Empty: "Contact us"' } }),
  channels: rows({
    label: { it: 'Canali', en: 'Channels' },
    help: { it: 'Da uno a otto, il più comodo per primo', en: 'One to eight, the handiest first' },
    required: true,
    minRows: 1,
    maxRows: 8,
    of: {
      type: select({
        label: { it: 'Tipo', en: 'Type' },
        required: true,
        options: [
          { value: 'phone', label: { it: 'Telefono', en: 'Phone' } },
          { value: 'chat', label: { it: 'Chat', en: 'Chat' } },
          { value: 'mail', label: { it: 'E-mail o posta', en: 'Mail' } },
          { value: 'social', label: { it: 'Social', en: 'Social media' } },
          { value: 'shop', label: { it: 'Negozi', en: 'Shops' } },
          { value: 'web', label: { it: 'Sito', en: 'Website' } },
        ],
      }),
      label: text({ label: { it: 'Nome', en: 'Name' }, required: true, maxLength: 40 }),
      value: text({
        label: { it: 'Numero o indirizzo', en: 'Number or address' },
        maxLength: 60,
        help: { it: 'Un numero di telefono si chiama con un tocco', en: 'A phone number is dialled with a tap' },
      }),
      hours: text({ label: { it: 'Orari', en: 'Hours' }, maxLength: 60 }),
      link: link({ label: { it: 'Dove porta', en: 'Where it leads' } }),
    },
  }),
  stores: checkbox({
    label: { it: 'Mostra i negozi', en: 'Show the shops' },
    help: {
      it: 'L’elenco che hanno i sistemi dell’operatore, da cercare per città o CAP',
      en: 'The list that the operator’s systems have, to be searched by town or postcode',
    },
    defaultValue: false,
  }),
}

/** The ways to reach the operator. */
export const widget = defineWidget({
  kind: 'contacts',
  type: 'ContactsWidget',
  schemaVersion: 1,
  label: { it: 'Contatti', en: 'Contacts' },
  description: {
    it: 'I modi per raggiungere l’operatore: telefono, chat, negozi, con gli orari. I numeri si chiamano con un tocco, i negozi si cercano per città.',
    en: 'The ways to reach the operator: phone, chat, shops, with their hours. Numbers are dialled with a tap, shops are found by town.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: [],
  // Whoever looks for a number finds it, also when nobody can say where the shops are.
  wants: ['stores'],
  wantsOf: ({ stores }) => (stores ? ['stores'] : []),
  present,
  fallback: ({ fields: { title, channels }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Contatti', en: 'Contact us' }),
    body: channels.flatMap(({ value }) => pick(value)?.value ?? []).join(', '),
  }),
  check: ({ channels }) => channels.flatMap((channel, index) => channelFaults(channel, `/channels/${index}`)),
  fallbackImpact:
    'An app that draws ListLike shows every channel with its number and hours, without dialling on a tap, and no shops. An app that knows neither shows a text card that lists them.',
  deadlineMs: 1_500,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 4, rows: 2 } },
})

/** A channel must say how to reach somebody, and what is dialled must be a number. */
function channelFaults({ type, value, link: own }: FieldValues<typeof fields>['channels'][number], path: string): FieldIssue[] {
  const written = locales.flatMap((locale) => (value?.[locale]?.trim() ? [{ locale, text: value[locale] }] : []))
  if (written.length === 0 && !own)
    return [{ path: `${path}/value`, expected: 'a number, an address or a link', got: 'neither', fix: 'Write one, or remove the row.' }]
  if (type !== 'phone') return []
  return written
    .filter(({ text: number }) => dialable(number) === undefined)
    .map(({ locale, text: got }) => ({
      path: `${path}/value/${locale}`,
      expected: 'a phone number: digits and spaces, with a plus at most',
      got,
      fix: 'Write only the number; words go into the name or the hours.',
    }))
}
