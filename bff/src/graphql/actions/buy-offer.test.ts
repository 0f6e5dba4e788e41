import { buyOffer } from '../../actions/buy-offer.ts'
import { describeAction } from './testing/describe-action.ts'
import { lineOf, ordersOf } from './testing/simulated.ts'

describeAction({
  operation: 'buyOffer',
  does: buyOffer,
  write: 'buyOffer',
  customer: 'C-0014',
  stranger: 'C-0009',
  inputOf: (simulator, customer) => ({ lineId: lineOf(simulator, customer), offeringId: 'OPT-GIGA-20', price: 499 }),
  needs: 'offers',
  answered: [
    ['C-0014', { price: 498 }, /prezzo è cambiato/],
    [
      'C-0014',
      { offeringId: 'OPT-MINUTI', price: 390 },
      /^Non disponibile per la tua linea: il tuo piano la comprende già\. Non ti è stato addebitato nulla\.$/,
    ],
  ],
  answers: 'pending',
  done: async (system, customer) => (await ordersOf(system, customer)).placed,
  settled: async (system, customer) => (await ordersOf(system, customer)).completed,
  refused: [
    [{ offeringId: 'OPT-NEVER-SOLD' }, 'offeringId'],
    [{ offeringId: 'an offer' }, 'offeringId'],
  ],
})
