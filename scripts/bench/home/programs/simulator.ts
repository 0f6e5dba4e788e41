import type { MethodName } from '@mosaic/schemas/bss'
import { startSimulator } from '../../../../bff/simulator/start.ts'
import type { Fault } from '../../../../bff/simulator/faults/types.ts'
import { answering } from '../../bss/programs/answering.ts'

/* The outside world in a process of its own, with what only it can tell: its customers, tokens for them, and how often each method was asked. */

export type SimulatorQuestion =
  | { ask: 'about' }
  | { ask: 'tokens'; customers: readonly string[] }
  | { ask: 'calls' }
  /** What all methods do from now on; without a fault they are well. */
  | { ask: 'fault'; fault: Fault | undefined }
export type AboutSimulator = { url: string; issuer: string; customers: { id: string; payment: string | undefined }[] }

const simulator = await startSimulator({ port: 0 })

answering<SimulatorQuestion, unknown>((question) => {
  switch (question.ask) {
    case 'about': {
      const customers = simulator.customers.map(({ id, lines }) => ({ id, payment: lines[0]?.payment }))
      return { url: simulator.url, issuer: simulator.issuer, customers } satisfies AboutSimulator
    }
    case 'tokens':
      return Promise.all(question.customers.map((customer) => simulator.issueToken(customer)))
    case 'calls': {
      const calls = Object.entries(simulator.calls.all()).map(([method, { total }]) => [method as MethodName, total] as const)
      return calls.reduce((sum, [, total]) => sum + total, 0)
    }
    case 'fault':
      if (question.fault) simulator.faults.set('all', [question.fault])
      else simulator.faults.clear()
      return null
  }
})
