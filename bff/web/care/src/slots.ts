import type { ComponentType } from 'react'
import { CallPage } from './calls/call-page.tsx'
import { CallsColumn } from './calls/calls-column.tsx'
import { ContactPanel } from './calls/contact-panel.tsx'
import { GuidePanel } from './guide/guide-panel.tsx'
import { NowStrip } from './live/now-strip.tsx'
import { BookPanel } from './queue/book-panel.tsx'
import { CallBackPanel } from './queue/call-back-panel.tsx'
import { QueueColumn } from './queue/queue-column.tsx'
import { MyLinks } from './send/my-links.tsx'
import { SendPane } from './send/send-pane.tsx'
import type { Customer, Line } from './types.ts'

/** What a part on the customer's page is told: who, and the line that the agent has picked; absent for a customer without lines. */
export type CustomerPartProps = { customer: Customer; line: Line | undefined }

/** The parts that live in folders of their own, by the place where the desk draws them; what is absent leaves no trace. */
export const slots: {
  /** Above every page: what happens now, such as a call that rings. */
  strip?: ComponentType
  /** `/care?call=<id>`: looks up the call and goes on to the page of whoever calls. */
  call?: ComponentType<{ id: string }>
  /** Columns of the waiting page. */
  calls?: ComponentType
  queue?: ComponentType
  links?: ComponentType
  /** The right pane of the customer's page, from top to bottom. */
  beside: readonly ComponentType<CustomerPartProps>[]
} = {
  strip: NowStrip,
  call: CallPage,
  calls: CallsColumn,
  queue: QueueColumn,
  links: MyLinks,
  beside: [ContactPanel, CallBackPanel, GuidePanel, SendPane, BookPanel],
}
