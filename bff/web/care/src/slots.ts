import type { ComponentType } from 'react'
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
} = { beside: [] }
