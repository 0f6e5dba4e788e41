import { Type } from 'typebox'
import { checked } from '../http/asked.ts'
import { readJson } from '../http/body.ts'
import type { Route } from '../http/types.ts'
import { numberOf } from '../sms/controls.ts'
import { numberVerification, oneTimePassword, simSwap } from './apis.ts'
import { authorize } from './authorize.ts'
import type { Network } from './network.ts'
import { token } from './tokens.ts'

const hourMs = 3_600_000

/** What the mobile network knows of telephones, by CAMARA's contracts, under /camara. */
export function camaraRoutes(network: Network): Route[] {
  return [
    { method: 'GET', path: '/camara/authorize', handle: (request) => authorize(network, request) },
    { method: 'POST', path: '/camara/token', handle: (request) => token(network, request) },
    numberVerification(network),
    simSwap(network),
    ...oneTimePassword(network),
  ]
}

const Changes = Type.Partial(Type.Object({ isWifi: Type.Boolean(), isDown: Type.Boolean() }), { additionalProperties: false })
const Swap = Type.Object(
  { hoursAgo: Type.Union([Type.Number({ minimum: 0, maximum: 10_000 }), Type.Null()]) },
  { additionalProperties: false },
)

/** `PUT /_simulator/camara` says how the network behaves, `PUT /_simulator/camara/<number>` when its SIM was changed; until the next reset. */
export function camaraControls(network: Network): Route[] {
  return [
    { method: 'GET', path: '/_simulator/camara', handle: () => ({ status: 200, json: network.behaviour() }) },
    {
      method: 'PUT',
      path: '/_simulator/camara',
      handle(request) {
        network.behave(checked(Changes, readJson(request)))
        return { status: 200, json: network.behaviour() }
      },
    },
    {
      method: 'PUT',
      path: '/_simulator/camara/:msisdn',
      handle(request) {
        const msisdn = numberOf(request.params.msisdn)
        const { hoursAgo } = checked(Swap, readJson(request))
        network.swap(msisdn, hoursAgo === null ? undefined : new Date(network.world.now().getTime() - hoursAgo * hourMs))
        return { status: 200, json: { swappedAt: network.swappedAt(msisdn)?.toISOString() ?? null } }
      },
    },
  ]
}
