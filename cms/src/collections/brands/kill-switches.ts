import { clientPlatforms, clientVersionPattern, compareVersions } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { widgets } from '@mosaic/widgets'
import type { ArrayField, TextField } from 'payload'
import { platformNames } from '../../publisher/kill-switch-words.ts'

const versionPattern = new RegExp(clientVersionPattern)

/** The widget kinds that apps must not draw for now: what is wrong with them is in the app, and a release of the app takes days. */
export const killSwitchesField: ArrayField = {
  name: 'killSwitches',
  type: 'array',
  label: { it: 'Widget disattivati', en: 'Widgets switched off' },
  labels: { singular: { it: 'Disattivazione', en: 'Switch' }, plural: { it: 'Disattivazioni', en: 'Switches' } },
  admin: {
    components: { RowLabel: '/admin/document/switch-label#SwitchLabel' },
    description: {
      it: 'Se una versione dell’app disegna male un tipo di widget, disattivalo qui e pubblica: chi la usa lo vede in forma più semplice, gli altri come sempre.',
      en: 'If a version of the app draws a kind of widget wrongly, switch it off here and publish: its users see a simpler form, all others what they always see.',
    },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          // A text and no list of values: on SQL databases each new kind would need a migration.
          name: 'kind',
          type: 'text',
          required: true,
          label: { it: 'Tipo di widget', en: 'Kind of widget' },
          validate: (value: unknown, { req }: Context) =>
            typeof value === 'string' && Object.hasOwn(widgets, value) ? true : inWords(req, mistakes.kind),
          admin: {
            width: '50%',
            components: { Field: { path: '/admin/fields/kind-field#KindField', clientProps: { options: kindOptions() } } },
          },
        },
        {
          name: 'platform',
          type: 'select',
          required: true,
          options: clientPlatforms.map((value) => ({ value, label: platformNames[value] })),
          label: { it: 'Piattaforma', en: 'Platform' },
          admin: { width: '50%' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        version(
          'from',
          { it: 'Dalla versione', en: 'From version' },
          { it: 'Compresa. Vuoto: dalla prima.', en: 'Inclusive. Empty: from the first.' },
        ),
        version(
          'until',
          { it: 'Fino alla versione', en: 'Until version' },
          {
            it: 'Esclusa: di solito quella che corregge l’errore. Vuoto: senza fine.',
            en: 'Exclusive: usually the one that mends it. Empty: without end.',
          },
        ),
      ],
    },
  ],
}

type Context = { siblingData: { from?: unknown }; req: { i18n: { language: string } } }

const mistakes = {
  kind: { it: 'Scegliete un tipo di widget dall’elenco.', en: 'Choose a kind of widget from the list.' },
  version: { it: 'Serve una versione come 2.0 o 1.5.3.', en: 'A version is needed, such as 2.0 or 1.5.3.' },
  before: (from: string): TwoLanguages => ({
    it: `Deve venire dopo la ${from}, da cui si comincia.`,
    en: `It must come after ${from}, where it begins.`,
  }),
}

function inWords({ i18n }: Context['req'], mistake: TwoLanguages): string {
  return mistake[i18n.language === 'it' ? 'it' : 'en']
}

function kindOptions() {
  return Object.entries(widgets).map(([value, { label }]) => ({ value, label }))
}

function version(name: 'from' | 'until', label: TwoLanguages, description: TwoLanguages): TextField {
  return {
    name,
    type: 'text',
    label,
    validate: (value: unknown, { siblingData, req }: Context) => {
      if (value === undefined || value === null || value === '') return true
      if (typeof value !== 'string' || !versionPattern.test(value)) return inWords(req, mistakes.version)
      return name === 'from' || isAfter(value, siblingData.from) ? true : inWords(req, mistakes.before(String(siblingData.from)))
    },
    admin: { width: '50%', description },
  }
}

function isAfter(until: string, from: unknown): boolean {
  return typeof from !== 'string' || !versionPattern.test(from) || compareVersions(from, until) < 0
}
