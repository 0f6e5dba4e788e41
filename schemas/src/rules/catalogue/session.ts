import { localDay, localMinutes, printTime, weekdayOf } from '../calendar.ts'
import { fromContext, fromToken, group, option, type CatalogueEntry } from './define.ts'

/** What the sign-in, the device and the moment say. */
export const sessionAttributes: readonly CatalogueEntry[] = [
  ...group({ it: 'Accesso', en: 'Sign-in' }, [
    fromToken({
      name: 'token.locale',
      type: 'string',
      label: { it: 'Lingua scelta', en: 'Chosen language' },
      options: [
        option('it', 'Italiano', 'Italian', { it: 'l’italiano', en: 'Italian' }),
        option('en', 'Inglese', 'English', { it: 'l’inglese', en: 'English' }),
      ],
      wording: { noun: { it: 'la lingua scelta', en: 'the chosen language' } },
      read: (token) => token.locale,
    }),
    fromToken({
      name: 'token.partyType',
      type: 'string',
      label: { it: 'Persona o organizzazione', en: 'Person or organisation' },
      options: [
        option('individual', 'Persona', 'Person', { it: 'una persona', en: 'a person' }),
        option('organization', 'Organizzazione', 'Organisation', { it: 'un’organizzazione', en: 'an organisation' }),
      ],
      wording: { noun: { it: 'chi accede', en: 'the one who signs in' } },
      read: (token) => token.partyType,
    }),
  ]),
  ...group({ it: 'Dispositivo e app', en: 'Device and app' }, [
    fromContext({
      name: 'device.formFactor',
      type: 'string',
      label: { it: 'Formato dello schermo', en: 'Screen format' },
      options: [
        option('compact', 'Telefono', 'Phone', { it: 'da telefono', en: 'a phone’s' }),
        option('medium', 'Tablet', 'Tablet', { it: 'da tablet', en: 'a tablet’s' }),
        option('expanded', 'Computer', 'Desktop', { it: 'da computer', en: 'a desktop’s' }),
      ],
      wording: { noun: { it: 'lo schermo', en: 'the screen' } },
      read: (context) => context.formFactor,
    }),
    fromContext({
      name: 'device.platform',
      type: 'string',
      label: { it: 'Piattaforma', en: 'Platform' },
      options: [
        option('web', 'Web', 'Web', { it: 'il web', en: 'the web' }),
        option('ios', 'iOS', 'iOS', { it: 'iOS', en: 'iOS' }),
        option('android', 'Android', 'Android', { it: 'Android', en: 'Android' }),
      ],
      wording: { noun: { it: 'la piattaforma', en: 'the platform' } },
      read: (context) => context.platform,
    }),
    fromContext({
      name: 'app.version',
      type: 'string',
      label: { it: 'Versione dell’app', en: 'App version' },
      wording: { noun: { it: 'la versione dell’app', en: 'the app version' } },
      read: (context) => context.appVersion,
    }),
  ]),
  ...group({ it: 'Momento', en: 'Moment' }, [
    fromContext({
      name: 'now.timeOfDay',
      type: 'time',
      moves: true,
      label: { it: 'Ora del giorno', en: 'Time of day' },
      wording: { noun: { it: 'l’ora', en: 'the time' } },
      read: ({ clock }) => printTime(localMinutes(clock.now.getTime(), clock.timeZone)),
    }),
    fromContext({
      name: 'now.dayOfWeek',
      type: 'string',
      label: { it: 'Giorno della settimana', en: 'Day of the week' },
      options: [
        option('mon', 'Lunedì', 'Monday', { it: 'lunedì', en: 'Monday' }),
        option('tue', 'Martedì', 'Tuesday', { it: 'martedì', en: 'Tuesday' }),
        option('wed', 'Mercoledì', 'Wednesday', { it: 'mercoledì', en: 'Wednesday' }),
        option('thu', 'Giovedì', 'Thursday', { it: 'giovedì', en: 'Thursday' }),
        option('fri', 'Venerdì', 'Friday', { it: 'venerdì', en: 'Friday' }),
        option('sat', 'Sabato', 'Saturday', { it: 'sabato', en: 'Saturday' }),
        option('sun', 'Domenica', 'Sunday', { it: 'domenica', en: 'Sunday' }),
      ],
      wording: { noun: { it: 'oggi', en: 'today' } },
      read: ({ clock }) => weekdayOf(localDay(clock.now.getTime(), clock.timeZone)),
    }),
    fromContext({
      name: 'now.date',
      type: 'date',
      moves: true,
      label: { it: 'Data di oggi', en: 'Today’s date' },
      wording: { noun: { it: 'la data di oggi', en: 'today’s date' } },
      read: ({ clock }) => clock.now.toISOString(),
    }),
  ]),
]
