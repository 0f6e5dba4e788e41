import { expect, test } from 'vitest'
import { findTargets } from '../bff/src/care/targets.ts'
import { targets } from '../cms/src/seed/body/targets.ts'

/* What customers of the demo say, and the target an agent is to see first: authored words and the search belong to two rooms, and only work together. */

const release = {
  care: {
    targets: new Map(targets.map((target) => [target.id, { target, trigger: undefined }])),
    menus: new Map(),
    guides: new Map(),
    triggers: new Map(),
  },
}
const first = (said: string) => findTargets(release, said, new Map())[0]?.id

test.each([
  // Italian
  ['fattura alta', 'bill-explained'],
  ['perché pago di più questo mese', 'bill-explained'],
  ['la bolletta è troppo alta', 'bill-explained'],
  ['non capisco la fattura', 'bill-explained'],
  ['FATTURE ALTE', 'bill-explained'],
  ['vorrei pagare la fattura', 'pay-bill'],
  ['mi è arrivato un sollecito', 'pay-bill'],
  ['fattura scaduta', 'pay-bill'],
  ['mi serve una copia della fattura', 'past-bills'],
  ['fatture vecchie', 'past-bills'],
  ['ho un addebito sconosciuto', 'charges-this-month'],
  ['quanto ho speso questo mese', 'charges-this-month'],
  ['costi extra', 'charges-this-month'],
  ['ho finito il credito', 'top-up'],
  ['devo ricaricare', 'top-up'],
  ['ricarica automatica', 'auto-top-up'],
  ['ricarica ogni mese', 'auto-top-up'],
  ['internet lento', 'data-used-up'],
  ['ho finito i giga', 'data-used-up'],
  ['giga esauriti', 'data-used-up'],
  ['non navigo all’estero', 'abroad'],
  ["non navigo all'estero", 'abroad'],
  ['roaming', 'abroad'],
  ['ho un abbonamento non richiesto', 'option-off'],
  ['togliere opzioni', 'option-off'],
  ['voglio disattivare un servizio a pagamento', 'option-off'],
  ['attivare una promozione', 'option-on'],
  ['che tariffa ho', 'my-plan'],
  ['quanto costa al mese la mia offerta', 'my-plan'],
  ['mi hanno rubato il telefono', 'sim-and-puk'],
  ['puk', 'sim-and-puk'],
  ['sim bloccata', 'sim-and-puk'],
  ['quando arriva il tecnico', 'appointment'],
  ['il wifi non funziona', 'home-internet'],
  ['modem', 'home-internet'],
  // English
  ['high bill', 'bill-explained'],
  ['why so much', 'bill-explained'],
  ['pay my bill', 'pay-bill'],
  ['copies of old bills', 'past-bills'],
  ['unknown charges', 'charges-this-month'],
  ['out of credit', 'top-up'],
  ['slow internet', 'data-used-up'],
  ['no internet abroad', 'abroad'],
  ['cancel options', 'option-off'],
  ['unwanted subscriptions', 'option-off'],
  ['lost my SIM', 'sim-and-puk'],
  ['stolen phone', 'sim-and-puk'],
  ['what is included in my plan', 'my-plan'],
  ['when does the technician come', 'appointment'],
  ['home internet', 'home-internet'],
  // While it is being typed
  ['fatt alt', 'bill-explained'],
  ['giga esau', 'data-used-up'],
])('«%s» finds %s', (said, expected) => {
  expect(first(said)).toBe(expected)
})

test('what nobody says finds nothing', () => {
  expect(findTargets(release, 'xyzzy', new Map())).toEqual([])
})
