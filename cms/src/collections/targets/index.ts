import { targetFields, targetKinds, type TargetField, type TargetKind } from '@mosaic/schemas/release'
import type { CollectionConfig } from 'payload'
import { writers } from '../../access/roles.ts'
import { addressFields, nameField } from '../../fields/identity.ts'
import { targetKindNames } from '../../publisher/target-words.ts'
import { drafted } from '../drafted.ts'
import { groups } from '../groups.ts'
import { contentsThere } from './contents-there.ts'

/** A place of the app that customers are sent to: by an agent, by the voice menu, from a guide. */
export const Targets: CollectionConfig = drafted(
  {
    slug: 'targets',
    labels: { singular: { it: 'Destinazione', en: 'Target' }, plural: { it: 'Destinazioni', en: 'Targets' } },
    defaultSort: 'name',
    admin: {
      useAsTitle: 'name',
      defaultColumns: ['name', 'opens', 'smsSize', 'trigger', 'live'],
      group: groups.care,
      pagination: { defaultLimit: 50 },
      description: {
        it: 'I posti dell’app a cui l’assistenza manda un cliente con un link: ogni tocco risparmiato è una telefonata in meno.',
        en: 'The places of the app that care sends a customer to by a link: each tap saved is a call less.',
      },
    },
    fields: [
      nameField,
      {
        name: 'title',
        type: 'text',
        localized: true,
        required: true,
        maxLength: 80,
        label: { it: 'Titolo', en: 'Title' },
        admin: { description: { it: 'Come si chiama, per operatori e clienti.', en: 'What it is called, for agents and customers.' } },
      },
      {
        type: 'row',
        fields: [
          {
            name: 'opens',
            type: 'select',
            required: true,
            defaultValue: 'surface' satisfies TargetKind,
            options: targetKinds.map((value) => ({ value, label: targetKindNames[value] })),
            label: { it: 'Che cosa apre', en: 'What it opens' },
            admin: { width: '50%' },
          },
          {
            name: 'onHome',
            type: 'checkbox',
            label: { it: 'Nella home di chi arriva', en: 'On the home of whoever comes' },
            admin: {
              width: '50%',
              disableListColumn: true,
              condition: wants('surface'),
              description: { it: 'Invece di una pagina d’atterraggio.', en: 'Instead of a landing page.' },
            },
          },
        ],
      },
      {
        name: 'surface',
        type: 'relationship',
        relationTo: 'surfaces',
        filterOptions: { type: { equals: 'landing' } },
        label: { it: 'Pagina', en: 'Page' },
        admin: { condition: (data) => data.onHome !== true && wants('surface')(data) },
      },
      {
        name: 'content',
        type: 'relationship',
        relationTo: 'contents',
        filterOptions: contentsThere,
        label: { it: 'Widget', en: 'Widget' },
        admin: {
          condition: wants('content'),
          description: {
            it: 'Quello che si porta in vista: solo quelli della pagina, del tipo giusto.',
            en: 'The one that is brought into view: only those of the page, of a fitting kind.',
          },
        },
      },
      {
        name: 'guide',
        type: 'relationship',
        relationTo: 'guides',
        label: { it: 'Guida', en: 'Guide' },
        admin: { condition: wants('guide') },
      },
      {
        name: 'step',
        type: 'text',
        label: { it: 'Passo da cui comincia', en: 'Step it begins at' },
        admin: {
          condition: wants('step'),
          disableListColumn: true,
          components: { Field: '/admin/target/step-field#StepField' },
          description: { it: 'Senza un passo: dall’inizio.', en: 'Without a step: from the beginning.' },
        },
      },
      {
        name: 'sms',
        type: 'textarea',
        localized: true,
        required: true,
        label: { it: 'SMS', en: 'SMS' },
        admin: { disableListColumn: true, rows: 4, components: { Field: '/admin/target/sms-field#SmsField' } },
      },
      {
        name: 'smsSize',
        type: 'ui',
        label: { it: 'SMS', en: 'SMS' },
        admin: { components: { Cell: '/admin/target/sms-cell#SmsCell', Field: '/admin/document/nothing#Nothing' } },
      },
      {
        name: 'words',
        type: 'text',
        hasMany: true,
        maxRows: 40,
        minLength: 2,
        maxLength: 60,
        label: { it: 'Che cosa dicono i clienti', en: 'What customers say' },
        admin: {
          disableListColumn: true,
          components: { Field: '/admin/fields/texts-field#TextsField' },
          description: {
            it: 'Parole e frasi, ciascuna seguita da Invio, in tutte le lingue: «fattura alta». Con queste l’operatore trova la destinazione.',
            en: 'Words and phrases, each followed by Enter, in all languages: “high bill”. With these the agent finds the target.',
          },
        },
      },
      {
        name: 'trigger',
        type: 'relationship',
        relationTo: 'triggers',
        label: { it: 'Per chi', en: 'For whom' },
        admin: {
          position: 'sidebar',
          components: { Cell: '/admin/document/audience-cell#AudienceCell' },
          description: { it: 'Senza trigger: per tutti.', en: 'Without a trigger: for everybody.' },
        },
      },
      {
        name: 'minutes',
        type: 'number',
        min: 10,
        max: 1_440,
        label: { it: 'Quanti minuti vale il link', en: 'Minutes its link lives' },
        admin: {
          position: 'sidebar',
          step: 5,
          placeholder: '15',
          description: {
            it: 'Durante una telefonata da 10 a 15; fino a un giorno (1440) per ciò che si manda dopo. Vuoto: 15.',
            en: 'During a call 10 to 15; up to a day (1440) for what is sent after it. Empty: 15.',
          },
        },
      },
      ...addressFields,
    ],
  },
  ...writers,
)

/** Shows a field where the kind of target is opened by it. */
function wants(field: TargetField): (data: { opens?: unknown }) => boolean {
  return ({ opens }) => typeof opens === 'string' && Object.hasOwn(targetFields, opens) && targetFields[opens as TargetKind].includes(field)
}
