import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { ArrayField, Field, GroupField, TextField } from 'payload'
import { weekdayNames } from '../../publisher/care-words.ts'

/** How a brand's care is reached and reaches its customers. Left empty, there is no care desk. */
export const careField: GroupField = {
  name: 'care',
  type: 'group',
  label: { it: 'Assistenza', en: 'Care' },
  admin: {
    description: {
      it: 'Da chi arrivano gli SMS con i link, quando richiamiamo, quali app aprono i link. Vuoto: il marchio non ha un banco di assistenza.',
      en: 'Who sends the SMS with the links, when we call back, which apps open the links. Empty: the brand has no care desk.',
    },
  },
  fields: [
    {
      type: 'row',
      fields: [
        text(
          'smsSender',
          { it: 'Mittente degli SMS', en: 'Sender of SMS' },
          {
            placeholder: 'Aurora',
            description: {
              it: 'Da 3 a 11 lettere, cifre e spazi. In Italia va iscritto prima nel registro degli alias dell’AGCOM (delibera 12/23/CIR).',
              en: '3 to 11 letters, digits and spaces. In Italy it must first stand in AGCOM’s register of aliases (decision 12/23/CIR).',
            },
          },
        ),
        text(
          'linkOrigin',
          { it: 'Indirizzo dei link', en: 'Address of links' },
          {
            placeholder: 'https://app.aurora.example',
            description: {
              it: 'Vuoto: l’indirizzo di Mosaic. Corto è meglio: un SMS ha 160 caratteri.',
              en: 'Empty: the address of Mosaic. Short is better: an SMS has 160 characters.',
            },
          },
        ),
      ],
    },
    {
      name: 'slotMinutes',
      type: 'select',
      defaultValue: '30',
      options: ['15', '30', '60'],
      label: { it: 'Minuti di una fascia per essere richiamati', en: 'Minutes of one time to be called back' },
    },
    hoursField(),
    {
      name: 'holidays',
      type: 'text',
      hasMany: true,
      maxRows: 100,
      label: { it: 'Giorni di chiusura', en: 'Days it is closed' },
      admin: {
        components: { Field: '/admin/fields/texts-field#TextsField' },
        description: {
          it: 'Come 2026-12-25, ciascuno seguito da Invio. In questi giorni non si richiama nessuno.',
          en: 'Such as 2026-12-25, each followed by Enter. On these days nobody is called back.',
        },
      },
    },
    {
      name: 'iosAppIds',
      type: 'text',
      hasMany: true,
      label: { it: 'App per iPhone', en: 'iPhone apps' },
      admin: {
        components: { Field: '/admin/fields/texts-field#TextsField' },
        description: {
          it: 'Team e bundle delle app che aprono i link: ABCDE12345.it.aurora.mobile.',
          en: 'Team and bundle of the apps that open the links: ABCDE12345.it.aurora.mobile.',
        },
      },
    },
    {
      name: 'androidApps',
      type: 'array',
      label: { it: 'App per Android', en: 'Android apps' },
      labels: { singular: { it: 'App', en: 'App' }, plural: { it: 'App', en: 'Apps' } },
      fields: [
        text('package', { it: 'Package', en: 'Package' }, { placeholder: 'it.aurora.mobile' }),
        {
          name: 'fingerprints',
          type: 'text',
          hasMany: true,
          label: { it: 'Impronte SHA-256 del certificato', en: 'SHA-256 fingerprints of the certificate' },
          admin: { components: { Field: '/admin/fields/texts-field#TextsField' } },
        },
      ],
    },
    {
      name: 'stores',
      type: 'group',
      label: { it: 'Dove si scarica l’app', en: 'Where the app is' },
      fields: [
        {
          type: 'row',
          fields: [
            text('ios', { it: 'App Store', en: 'App Store' }, { placeholder: 'https://apps.apple.com/…' }),
            text('android', { it: 'Google Play', en: 'Google Play' }, { placeholder: 'https://play.google.com/…' }),
          ],
        },
      ],
    },
  ],
}

function hoursField(): ArrayField {
  const clock = (name: 'from' | 'until', label: TwoLanguages, placeholder: string): Field => ({
    ...text(name, label, { placeholder }),
    admin: { width: '25%', placeholder },
  })
  return {
    name: 'hours',
    type: 'array',
    maxRows: 40,
    label: { it: 'Quando richiamiamo', en: 'When we call back' },
    labels: { singular: { it: 'Orario', en: 'Time' }, plural: { it: 'Orari', en: 'Times' } },
    admin: {
      initCollapsed: true,
      components: { RowLabel: '/admin/target/hours-label#HoursLabel' },
      description: {
        it: 'Valgono ovunque si prenoti, anche sulla tessera «Chiamaci». Senza orari si prenota nel calendario dell’operatore.',
        en: 'They hold wherever a call is booked, also on the tile “Call us”. Without any, calls are booked in the operator’s calendar.',
      },
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'day',
            type: 'select',
            required: true,
            options: Object.entries(weekdayNames).map(([value, label]) => ({ value, label })),
            label: { it: 'Giorno', en: 'Day' },
            admin: { width: '25%' },
          },
          clock('from', { it: 'Dalle', en: 'From' }, '08:00'),
          clock('until', { it: 'Alle', en: 'Until' }, '22:00'),
          {
            name: 'capacity',
            type: 'number',
            required: true,
            min: 1,
            max: 500,
            label: { it: 'Persone per fascia', en: 'People at a time' },
            admin: { width: '25%', step: 1 },
          },
        ],
      },
    ],
  }
}

function text(name: string, label: TwoLanguages, admin: TextField['admin']): TextField {
  return { name, type: 'text', label, admin: { width: '50%', ...admin } } as TextField
}
