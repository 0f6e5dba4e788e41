import { join } from 'node:path'
import { environmentOf } from '../../lib/system.ts'
import { startChild } from '../bss/children.ts'
import { homeOf } from '../home.ts'
import type { Row } from '../results.ts'
import { customersOf } from './customers.ts'
import type { Field, Part } from './contract.ts'
import type { Filled, MemoryStart } from './programs/memory.ts'

/** What a customer costs whose home is kept ready: his data, his tiles and his answer, beside what the BFF itself reckons. */
export const memory: Part = {
  title: 'Memory',
  why: 'homes of many customers into one process, whose heap and buffers are measured',
  async run({ stage }: Field) {
    const { place } = await stage.mosaic('memory', homeOf(16))
    const { warm, cold } = await customersOf(stage.world)
    const authorizations = [...warm, ...cold]
    const start: MemoryStart = { env: { ...environmentOf(place), BFF_PORT: '0', LOG_LEVEL: 'error' } as Record<string, string> }
    const child = await startChild(join(import.meta.dirname, 'programs', 'memory.ts'), start, ['--expose-gc'])
    try {
      const filled = await child.ask<Filled>({ authorizations })
      return rowsOf(filled, authorizations.length)
    } finally {
      child.stop()
    }
  },
}

function rowsOf({ memoryBytes, estimatedBytes }: Filled, customers: number): Row[] {
  const name = 'memory, a customer whose home is kept'
  return [
    { case: name, metric: `real, of ${customers}`, value: memoryBytes / customers / 1_024, unit: 'kB' },
    {
      case: name,
      metric: 'its own estimate',
      value: estimatedBytes / customers / 1_024,
      unit: 'kB',
      ratio: estimatedBytes / memoryBytes,
      ratioTo: 'the real memory',
    },
  ]
}
