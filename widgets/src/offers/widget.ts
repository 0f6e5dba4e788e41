import { defineWidget } from '../definition.ts'
import { checkbox, link, media, offer, rows, select, text } from '../fields.ts'
import { say } from '../say.ts'
import { present, presentAsBanner } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "Scelte per te"', en: 'Empty: "Chosen for you"' },
  }),
  order: select({
    label: { it: 'Ordine', en: 'Order' },
    help: {
      it: 'Le offerte consigliate arrivano dai sistemi dell’operatore, per ogni linea',
      en: 'What is recommended comes from the operator’s systems, for each line',
    },
    defaultValue: 'written',
    options: [
      { value: 'written', label: { it: 'Come scritto qui', en: 'As written here' } },
      { value: 'recommended', label: { it: 'Prima le consigliate', en: 'Recommended ones first' } },
      { value: 'onlyRecommended', label: { it: 'Solo le consigliate', en: 'Recommended ones only' } },
    ],
  }),
  buyNow: checkbox({
    label: { it: 'Si attivano da qui', en: 'Can be bought here' },
    help: { it: 'Con una conferma che dice il prezzo', en: 'With a confirmation that says the price' },
    defaultValue: false,
  }),
  unavailable: select({
    label: { it: 'Quelle che la linea non può avere', en: 'Those the line cannot have' },
    help: {
      it: 'Vuoto: non si vedono dove le offerte si attivano da qui, altrimenti non si chiede. Chiederlo costa una chiamata per ogni linea',
      en: 'Empty: not shown where offers can be bought here, otherwise not asked. Asking costs a call for each line',
    },
    options: [
      { value: 'hide', label: { it: 'Non mostrarle', en: 'Do not show them' } },
      { value: 'explain', label: { it: 'In fondo, con il motivo', en: 'At the end, with the reason' } },
      { value: 'ignore', label: { it: 'Come le altre, senza chiedere', en: 'Like the others, without asking' } },
    ],
  }),
  items: rows({
    label: { it: 'Offerte', en: 'Offers' },
    required: true,
    minRows: 1,
    maxRows: 8,
    of: {
      offering: offer({ label: { it: 'Offerta del catalogo', en: 'Catalogue offering' }, required: true }),
      headline: text({
        label: { it: 'Titolo', en: 'Headline' },
        maxLength: 60,
        help: { it: 'Vuoto: il nome dell’offerta', en: 'Empty: the offering’s name' },
      }),
      text: text({
        label: { it: 'Testo', en: 'Text' },
        maxLength: 120,
        help: { it: 'Vuoto: la descrizione del catalogo', en: 'Empty: the catalogue’s description' },
      }),
      badge: text({ label: { it: 'Etichetta', en: 'Badge' }, maxLength: 24 }),
      image: media({ label: { it: 'Immagine', en: 'Image' } }),
      link: link({ label: { it: 'Collegamento', en: 'Link' } }),
    },
  }),
}

/** Several offerings of the catalogue to swipe through, in the editors' order or in the one that suits the customer. */
export const widget = defineWidget({
  kind: 'offers',
  type: 'OffersWidget',
  schemaVersion: 1,
  label: { it: 'Vetrina di offerte', en: 'Offers' },
  description: {
    it: 'Più offerte del catalogo da scorrere, con prezzi sempre aggiornati: nell’ordine scritto qui o in quello consigliato per la linea.',
    en: 'Several offerings of the catalogue to swipe through, with current prices: in the order written here, or in the one recommended for the line.',
  },
  purpose: 'commerce',
  archetypes: ['ListLike'],
  fields,
  needs: ['offers', 'recommendations'],
  // Only those that are recommended, or none: unknown shows nothing. For an order alone, the one that is written is as good.
  needsOf: ({ order }) => (order === 'onlyRecommended' ? ['offers', 'recommendations'] : ['offers']),
  wants: ['recommendations', 'lines', 'eligibility'],
  wantsOf: ({ order, buyNow, unavailable = buyNow ? 'hide' : 'ignore' }) => [
    ...(unavailable === 'ignore' ? [] : (['eligibility'] as const)),
    ...(order === 'recommended' ? (['recommendations'] as const) : []),
    ...(buyNow ? (['lines'] as const) : []),
  ],
  present,
  variants: [{ kind: 'banner', present: presentAsBanner }],
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Scelte per te', en: 'Chosen for you' }),
    body: say(locale, {
      it: 'Le offerte non sono visibili in questo momento. Torna a vederle fra poco.',
      en: 'The offers cannot be shown right now. Look again in a little while.',
    }),
  }),
  check: ({ items }) =>
    items.flatMap(({ offering }, at) =>
      items.findIndex((other) => other.offering === offering) === at
        ? []
        : [
            {
              path: `/items/${at}/offering`,
              expected: 'each offering once',
              got: offering,
              fix: 'Choose another offering, or remove the row.',
            },
          ],
    ),
  fallbackImpact:
    'An app that draws banners shows the first offer as one; an app that draws ListLike shows all as rows with price and link. An app that knows neither shows a text card that names them with their prices. Images, badges and buying at once are lost.',
  deadlineMs: 1_500,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 8, rows: 2 }, expanded: { columns: 12, rows: 2 } },
})
