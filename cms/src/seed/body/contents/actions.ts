import { content, open } from '../define.ts'

/** What a customer sets once and then forgets about, and the notices he may put away. */
export const actions = {
  autoTopUp: content('autoTopUp', {
    id: 'auto-top-up',
    name: 'Ricarica automatica',
    fields: {
      body: {
        it: 'Il credito si ricarica da solo, e tu non ci pensi più.',
        en: 'Your credit tops itself up, and you can forget about it.',
      },
      amounts: [1_000, 1_500, 2_000],
      period: 'monthly',
    },
  }),
  sendCredit: content('transferCredit', {
    id: 'send-credit',
    name: 'Invia credito a chi vuoi',
    fields: {
      body: {
        it: 'Un amico è rimasto senza credito? Mandagliene un po’ del tuo, subito.',
        en: 'A friend out of credit? Send some of yours, at once.',
      },
      amounts: [300, 500, 1_000],
      fee: 50,
      minLeft: 100,
      toOthers: true,
      countryCode: 39,
    },
  }),
  shareCredit: content('transferCredit', {
    id: 'share-credit',
    name: 'Credito fra le proprie linee',
    fields: {
      title: { it: 'Credito fra le tue linee', en: 'Credit between your lines' },
      body: {
        it: 'Sposta il credito dove serve, da una linea all’altra.',
        en: 'Move credit where it is needed, from one line to another.',
      },
      amounts: [300, 500, 1_000, 2_000],
      fee: 50,
    },
  }),
  autoTopUpTip: content('alert', {
    id: 'alert-auto-top-up-tip',
    name: 'Suggerimento: ricarica automatica',
    fields: {
      subject: 'plain',
      headline: { it: 'Mai più senza credito', en: 'Never out of credit again' },
      body: {
        it: 'Scegli un importo: la tua linea si ricarica da sola ogni mese, e la fermi quando vuoi.',
        en: 'Choose an amount: your line tops itself up every month, and you stop it whenever you like.',
      },
      dismissible: true,
    },
    action: open('top-up', 'Scopri come', 'Find out how'),
  }),
}
