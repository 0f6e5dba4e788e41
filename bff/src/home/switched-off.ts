import { compareVersions, type Brand, type KillSwitch } from '@mosaic/schemas/release'
import type { Device } from './visit.ts'

type Client = Pick<Device, 'platform' | 'appVersion'>

/**
 * The widget kinds that a brand has switched off for an app. As long as the release is live, the same kinds are the same set, whichever app asks: what was drawn is kept under it, and
 * there are never more sets than the switches can make, whatever versions are sent.
 */
export function switchedOff(brand: Brand, client: Client): ReadonlySet<string> {
  const { killSwitches = [] } = brand
  if (killSwitches.length === 0) return nothing
  const kinds = new Set(killSwitches.filter((one) => isMeant(one, client)).map(({ kind }) => kind))
  if (kinds.size === 0) return nothing

  let sets = known.get(brand)
  if (!sets) known.set(brand, (sets = new Map()))
  const key = [...kinds].sort().join()
  const set = sets.get(key) ?? kinds
  sets.set(key, set)
  return set
}

/** An app that does not say its version is meant by those switches only that hold for all versions. */
function isMeant({ platform, from, until }: KillSwitch, client: Client): boolean {
  if (client.platform !== platform) return false
  if (from === undefined && until === undefined) return true
  const version = client.appVersion
  if (version === undefined) return false
  return (from === undefined || compareVersions(version, from) >= 0) && (until === undefined || compareVersions(version, until) < 0)
}

const nothing: ReadonlySet<string> = new Set()
const known = new WeakMap<Brand, Map<string, ReadonlySet<string>>>()
