import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import type { GraphqlContext } from '../context.ts'
import { addActivateOption } from './activate-option.ts'
import { addAnswerSurvey } from './answer-survey.ts'
import { addBookCallback } from './book-callback.ts'
import { addBuyOffer } from './buy-offer.ts'
import { addDeactivateOption } from './deactivate-option.ts'
import { addDismissAlert } from './dismiss-alert.ts'
import { addMoveAppointment } from './move-appointment.ts'
import { addOpenTicket } from './open-ticket.ts'
import { addPayBill } from './pay-bill.ts'
import { addReplaceSim } from './replace-sim.ts'
import { addSetAutoTopUp } from './set-auto-top-up.ts'
import { addTopUp } from './top-up.ts'
import { addTransferCredit } from './transfer-credit.ts'
import { addActionResult } from './result.ts'

const mutations = [
  addTopUp,
  addTransferCredit,
  addSetAutoTopUp,
  addActivateOption,
  addDeactivateOption,
  addBuyOffer,
  addPayBill,
  addBookCallback,
  addDismissAlert,
  addAnswerSurvey,
  addReplaceSim,
  addMoveAppointment,
  addOpenTicket,
]

/** Everything a customer may do, one file a mutation. */
export function addActions(builder: WidgetBuilder<GraphqlContext>): void {
  const result = addActionResult(builder)
  for (const add of mutations) add(builder, result)
}
