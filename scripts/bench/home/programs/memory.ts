import { readFileSync } from 'node:fs'
import { loadConfig } from '../../../../bff/src/config.ts'
import { documentId } from '../../../../bff/src/graphql/trusted-documents.ts'
import { startBff } from '../../../../bff/src/server.ts'
import { inRoot } from '../../../lib/house.ts'
import { answering, startOf } from '../../bss/programs/answering.ts'

/* Runs a BFF, asks it for the homes of many customers, and says what that took of its memory. */

export type MemoryStart = { env: Record<string, string> }
export type Fill = { authorizations: readonly string[] }
/** `estimatedBytes`: what the BFF itself says it keeps. */
export type Filled = { memoryBytes: number; estimatedBytes: number }

const { env } = startOf<MemoryStart>()
const bff = await startBff(loadConfig(env))
const id = documentId(readFileSync(inRoot('schemas', 'operations', 'web', '1.0', 'home.graphql'), 'utf8'))
const body = JSON.stringify({ documentId: `sha256:${id}`, variables: { formFactor: 'COMPACT' } })
/** The first ones bring code and shapes of objects, which are there once. */
const first = 20

answering<Fill, Filled>(async ({ authorizations }) => {
  for (const authorization of authorizations.slice(0, first)) await ask(authorization)
  const before = { memory: memory(), estimated: await estimate() }
  for (const authorization of authorizations.slice(first)) await ask(authorization)
  const share = authorizations.length / (authorizations.length - first)
  return { memoryBytes: (memory() - before.memory) * share, estimatedBytes: ((await estimate()) - before.estimated) * share }
})

async function ask(authorization: string): Promise<void> {
  const headers = { authorization, 'content-type': 'application/json', 'accept-language': 'it', 'accept-encoding': 'gzip' }
  // Twice: the second finds it kept.
  for (let time = 0; time < 2; time++) {
    const response = await fetch(`${bff.url}/graphql`, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) })
    if (!response.ok) throw new Error(`A home was answered with status ${response.status}`)
    await response.arrayBuffer()
  }
}

function memory(): number {
  // Twice: what a first collection only marks as dead, a second one frees.
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

async function estimate(): Promise<number> {
  const text = await bff.metrics.registry.metrics()
  return ['bff_cache_bytes', 'bff_tile_bytes', 'bff_kept_bytes', 'bff_session_bytes'].reduce(
    (sum, name) => sum + Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1]),
    0,
  )
}
