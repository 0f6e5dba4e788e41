import type { TargetKind } from '@mosaic/schemas/release'
import type { HandOver } from '../hand-over/contract.ts'
import type { Grant } from './contract.ts'

type Variables = Readonly<Record<string, unknown>>
/** What a question must be about: each of these variables is that value, or absent and becomes it. Others go through. */
type Pins = Readonly<Record<string, string | null>>
type Allowed = (grant: Grant, handOver: HandOver) => Pins

const page = ({ surface, lineId }: Grant): Pins => ({ surface, line: lineId })
const own = ({ handOverId }: Grant): Pins => ({ id: handOverId })

/** What somebody may ask who has proven to be on the number. By the names of the apps' documents; whatever is not here is not allowed. */
const shown: Readonly<Record<string, Allowed>> = {
  Home: page,
  HandOvers: () => ({}),
  AcceptHandOver: (grant) => ({ ...own(grant), claim: null }),
  NoteHandOver: own,
  CallBackTimes: () => ({}),
  RequestCallBack: ({ lineId, handOverId }) => ({ lineId, handOver: handOverId, run: null }),
}

/** What he may do besides, after a one-time password, where his place is for it. Never what sends money or a SIM to somebody else. */
const done: Partial<Record<TargetKind, Readonly<Record<string, Allowed>>>> = {
  payment: {
    PayBill: (grant, { params }) => ({ ...page(grant), ...pin('billId', params.billId) }),
    TopUp: (grant) => ({ ...page(grant), lineId: grant.lineId }),
  },
  option: {
    ActivateOption: (grant, { params }) => ({ ...page(grant), lineId: grant.lineId, ...pin('offeringId', params.offeringId) }),
    DeactivateOption: (grant, { params }) => ({ ...page(grant), lineId: grant.lineId, ...pin('productId', params.productId) }),
  },
}

/** The variables a question is asked with, or `undefined` when it may not be asked with this grant. Pure. */
export function allowedVariables(
  operation: string,
  variables: Variables,
  { grant, handOver, opens }: { grant: Grant; handOver: HandOver; opens: TargetKind | undefined },
): Variables | undefined {
  const acts = grant.level === 'otp' && opens ? done[opens] : undefined
  const allowed = find(shown, operation) ?? (acts && find(acts, operation))
  if (!allowed) return undefined
  const pins = allowed(grant, handOver)
  const isMeant = Object.entries(pins).every(([name, value]) => {
    const given = variables[name]
    // What is to be nothing is dropped, whatever it was: the claim and the walk of somebody else.
    return value === null || given === undefined || given === null || given === value
  })
  return isMeant ? { ...variables, ...pins } : undefined
}

function pin(name: string, value: string | undefined): Pins {
  return value === undefined ? {} : { [name]: value }
}

function find(allowed: Readonly<Record<string, Allowed>>, operation: string): Allowed | undefined {
  return Object.hasOwn(allowed, operation) ? allowed[operation] : undefined
}
