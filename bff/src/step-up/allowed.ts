import type { TargetKind } from '@mosaic/schemas/release'
import type { HandOver } from '../hand-over/contract.ts'
import { menuOfPage } from '../hand-over/menu.ts'
import type { Grant } from './contract.ts'

type Variables = Readonly<Record<string, unknown>>
/** What a variable must be: that value, or absent and becomes it; nothing, and whatever it was is dropped; or one of many, the first where it is absent. */
type Pin = string | null | { first: string; fits(given: string): boolean }
/** What a question must be about. Other variables go through. */
type Pins = Readonly<Record<string, Pin>>
type Allowed = (grant: Grant, handOver: HandOver) => Pins
type AllowedByName = Readonly<Record<string, Allowed>>

const page = ({ surface = '', lineId }: Grant): Pins => ({ surface, line: lineId })
const own = ({ handOverId }: Grant): Pins => ({ id: handOverId })

/** What somebody may ask who has proven to be on the number. By the names of the apps' documents; whatever is not here is not allowed. */
const everywhere: AllowedByName = {
  HandOvers: () => ({}),
  AcceptHandOver: (grant) => ({ ...own(grant), claim: null }),
  NoteHandOver: own,
  CallBackTimes: () => ({}),
  // A walk is let through where the place is a guide: see `isOfGrant`, which looks at whatever comes by this name.
  RequestCallBack: ({ lineId, handOverId, guide }) => ({ lineId, handOver: handOverId, ...(guide === undefined && { run: null }) }),
}
/** And where his place is … */
const onPage: AllowedByName = { Home: page }
const inGuide: AllowedByName = {
  Guide: ({ guide = '', lineId }) => ({ id: guide, line: lineId }),
  AnswerGuide: ({ guide = '', lineId }) => ({ guide, line: lineId }),
}
const inMenu: AllowedByName = {
  Menu: ({ menu = '' }) => ({ id: { first: menu, fits: (given) => menuOfPage(given) === menuOfPage(menu) } }),
}

/** What he may do besides, after a one-time password, where his place is for it. Never what sends money or a SIM to somebody else. */
const done: Partial<Record<TargetKind, AllowedByName>> = {
  payment: {
    PayBill: (grant, { params }) => ({ ...page(grant), ...pin('billId', params.billId) }),
    TopUp: (grant) => ({ ...page(grant), lineId: grant.lineId }),
  },
  option: {
    ActivateOption: (grant, { params }) => ({ ...page(grant), lineId: grant.lineId, ...pin('offeringId', params.offeringId) }),
    DeactivateOption: (grant, { params }) => ({ ...page(grant), lineId: grant.lineId, ...pin('productId', params.productId) }),
  },
  // Of a walk through his guide, which is looked at as everywhere.
  step: { OpenTicket: () => ({}) },
}

/** The variables a question is asked with, or `undefined` when it may not be asked with this grant. Pure. */
export function allowedVariables(
  operation: string,
  variables: Variables,
  { grant, handOver, opens }: { grant: Grant; handOver: HandOver; opens: TargetKind | undefined },
): Variables | undefined {
  const acts = grant.level === 'otp' && opens ? done[opens] : undefined
  const allowed = [everywhere, placeOf(grant), acts].map((table) => table && find(table, operation)).find((one) => one !== undefined)
  if (!allowed) return undefined
  const pins = Object.entries(allowed(grant, handOver))
  const isMeant = pins.every(([name, pin]) => {
    const given = variables[name]
    // What is to be nothing is dropped, whatever it was: the claim and the walk of somebody else.
    if (pin === null || given === undefined || given === null) return true
    return typeof pin === 'string' ? given === pin : typeof given === 'string' && pin.fits(given)
  })
  if (!isMeant) return undefined
  const pinned = pins.map(([name, pin]) => [name, typeof pin === 'object' && pin !== null ? (variables[name] ?? pin.first) : pin])
  return { ...variables, ...Object.fromEntries(pinned) }
}

function placeOf({ surface, guide, menu }: Grant): AllowedByName | undefined {
  if (surface !== undefined) return onPage
  if (guide !== undefined) return inGuide
  return menu === undefined ? undefined : inMenu
}

function pin(name: string, value: string | undefined): Pins {
  return value === undefined ? {} : { [name]: value }
}

function find(allowed: AllowedByName, operation: string): Allowed | undefined {
  return Object.hasOwn(allowed, operation) ? allowed[operation] : undefined
}
