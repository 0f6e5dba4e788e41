import { useDesk } from '../desk-context.tsx'
import type { CustomerPartProps } from '../slots.ts'
import { CallBackRow } from './call-back-row.tsx'
import { queueOf } from './due.ts'
import { useQueue } from './use-queue.ts'

/** On his page: that this customer waits to be called back, by this agent or whoever takes it. */
export function CallBackPanel({ customer }: CustomerPartProps) {
  const { staff } = useDesk()
  const his = queueOf(useQueue().data ?? [], staff.id).filter(({ customerId }) => customerId === customer.id)
  return his.map((callBack) => (
    <div key={callBack.id} className="talk">
      <CallBackRow callBack={callBack} isHere />
    </div>
  ))
}
