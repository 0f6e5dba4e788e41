import { Trouble } from '../../lib/steps.mjs'

/** What a day is made of; all of it may be set in the environment, to try a shorter one. */
export type DaySettings = {
  /** How long it is measured, in seconds. `DAY_SECONDS` */
  seconds: number
  /** How long customers come before that, until as many look at their homes as will all the time. `DAY_RAMP_SECONDS` */
  rampSeconds: number
  /** Homes a second: 200 million a day, on average. `DAY_RATE` */
  rate: number
  /** `DAY_CUSTOMERS` */
  customers: number
  /**
   * What the load balancer before the processes divides: customers, each to the same process each time, or connections, each for whoever comes next. `DAY_BALANCING`
   */
  balancing: (typeof balancings)[number]
}
const balancings = ['customers', 'connections'] as const

/** @throws {Trouble} naming the variable */
export function readSettings(env: Readonly<Record<string, string | undefined>>): DaySettings {
  const read = (name: string, usual: number, most: number) => {
    const text = env[name]?.trim() || String(usual)
    const value = Number(text)
    if (!/^\d+$/.test(text) || value < 1 || value > most) {
      throw new Trouble(
        `${name} cannot be used: expected a whole number from 1 to ${most}, got "${text}"`,
        `Correct it, or unset it for ${usual}.`,
      )
    }
    return value
  }
  const balancing = balancings.find((one) => one === (env['DAY_BALANCING']?.trim() || 'customers'))
  if (!balancing) {
    throw new Trouble(
      `DAY_BALANCING cannot be used: expected ${balancings.join(' or ')}, got "${env['DAY_BALANCING']}"`,
      `Correct it, or unset it for ${balancings[0]}.`,
    )
  }
  return {
    balancing,
    seconds: read('DAY_SECONDS', 600, 86_400),
    rampSeconds: read('DAY_RAMP_SECONDS', 120, 3_600),
    rate: read('DAY_RATE', 2_315, 100_000),
    customers: read('DAY_CUSTOMERS', 100_000, 100_000),
  }
}
