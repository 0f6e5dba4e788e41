import { watch, type FSWatcher } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { MosaicError } from '@mosaic/schemas/errors'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { compileRelease, type CompiledRelease } from './compile.ts'
import { createReleaseReader, ReaderClosedError, type ReleaseReader } from './read-apart.ts'
import { checkCurrent, readCurrent, readRelease } from './read.ts'
import { asRefusal, refuse, type Refusal } from './refusal.ts'
import { inSlices } from './slices.ts'

/** How a brand stands: what serves it, and what could not. */
export type BrandState = {
  brand: string
  live?: { number: number; createdAt: string; since: string }
  /** What `current.json` points to cannot go live; what was live still is. */
  refused?: Refusal & { number?: number; since: string }
}

/** The configuration engine: it keeps one compiled release a brand, and swaps it when the CMS publishes. */
export type ReleaseEngine = {
  /** The live release of a brand. Hold on to it for one request: the next call may give a newer one. */
  get(brand: string): CompiledRelease | undefined
  state(): BrandState[]
  /** Looks at the published files now; resolves when every change seen has been dealt with. */
  check(): Promise<void>
  close(): void
}

type Options = {
  publishedDir: string
  publicKeyPem: string
  pollMs: number
  log: Logger
  metrics: Metrics
}

/** File events come in bursts (a rename is two): wait this long after the first, in milliseconds. */
const settleMs = 10

const brandName = /^[a-z0-9][a-z0-9-]{0,63}$/

/**
 * Starts the engine and loads what is published. File watching makes a release live in milliseconds; polling makes it live where watching
 * sees nothing (NFS, some container volumes). Throws when the folder itself cannot be read; a broken release is only refused.
 */
export async function startReleaseEngine(options: Options): Promise<ReleaseEngine> {
  const { publishedDir, pollMs, log } = options
  const brands = new Map<string, Brand>()
  const watchers = new Map<string, FSWatcher>()
  const reader = createReleaseReader(options)
  // Until the first look is over nobody is served whom reading could hold up.
  let read: Read = (current, verifiedMedia) => readRelease(publishedDir, current, options.publicKeyPem, verifiedMedia)
  let running: Promise<void> | undefined
  let isAgainWanted = false
  let settling: NodeJS.Timeout | undefined

  await listBrands(publishedDir).catch((cause: unknown) => {
    throw unreadable(publishedDir, cause)
  })
  watchFolder(publishedDir)
  await check()
  read = reader.read
  const poll = setInterval(() => void check(), pollMs)
  poll.unref()

  return {
    get: (brand) => brands.get(brand)?.live,
    state: () => [...brands.values()].map((brand) => brand.state()),
    check,
    close() {
      clearInterval(poll)
      clearTimeout(settling)
      reader.close()
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    },
  }

  /** One look at a time; a change that comes during one is looked at right after it, never missed. */
  function check(): Promise<void> {
    isAgainWanted = true
    running ??= (async () => {
      while (isAgainWanted) {
        isAgainWanted = false
        await look()
      }
    })().finally(() => {
      running = undefined
    })
    return running
  }

  async function look(): Promise<void> {
    if (reader.isClosed) return
    let names: string[]
    try {
      names = await listBrands(publishedDir)
    } catch (err) {
      log.error({ err }, 'the published folder cannot be read; what is live stays live')
      return
    }
    for (const name of names) {
      let brand = brands.get(name)
      if (!brand) {
        brand = createBrand(name, options)
        brands.set(name, brand)
        watchFolder(join(publishedDir, name))
      }
      await brand.look(read)
    }
  }

  function watchFolder(folder: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, () => {
        settling ??= setTimeout(() => {
          settling = undefined
          void check()
        }, settleMs)
      })
      watcher.on('error', (err) => {
        log.warn({ err, folder }, 'file watching stopped; polling goes on')
        watcher.close()
      })
      watchers.set(folder, watcher)
    } catch (err) {
      log.warn({ err, folder }, 'file watching is not possible here; polling alone')
    }
  }
}

type Brand = ReturnType<typeof createBrand>
type Read = ReleaseReader['read']

/** One brand: what is live, and the verdict on what `current.json` said last. */
function createBrand(name: string, { publishedDir, log, metrics }: Options) {
  const verifiedMedia = new Set<string>()
  let live: CompiledRelease | undefined
  let liveSince = ''
  let refused: BrandState['refused']
  /** The text of `current.json` that has been dealt with: nothing is read again while it stays the same. */
  let settled: string | undefined

  return {
    get live() {
      return live
    },

    state: (): BrandState => ({
      brand: name,
      ...(live && { live: { number: live.number, createdAt: live.createdAt, since: liveSince } }),
      ...(refused && { refused }),
    }),

    async look(read: Read): Promise<void> {
      let text: string | undefined
      let number: number | undefined
      try {
        text = await readCurrent(publishedDir, name)
        if (text === undefined && live === undefined) return // A brand that has never been published is no fault.
        if (text === undefined) throw refuse('NO_CURRENT', 'current.json', 'a file', 'none')
        if (text === settled) return
        const current = checkCurrent(text, name)
        number = current.number
        const started = performance.now()
        const compiled = await inSlices(compileRelease(await read(current, verifiedMedia)))
        swap(compiled, Math.round(performance.now() - started))
        settled = text
      } catch (error) {
        // Nobody is served any more.
        if (error instanceof ReaderClosedError) return
        const refusal = asRefusal(error)
        // What is wrong stays wrong until it is published anew; what could not be read may be there at the next look.
        if (!refusal.isTransient) settled = text
        note(refusal, number)
      }
    },
  }

  function swap(compiled: CompiledRelease, tookMs: number): void {
    const from = live?.number
    live = compiled
    liveSince = new Date().toISOString()
    refused = undefined
    metrics.releaseNumber.set({ brand: name }, compiled.number)
    metrics.releaseRefused.set({ brand: name }, 0)
    metrics.releaseSwaps.inc({ brand: name })
    log.info({ brand: name, number: compiled.number, from, tookMs }, 'release live')
  }

  function note(refusal: Refusal, number: number | undefined): void {
    const isNews = refused?.message !== refusal.message || refused.number !== number
    if (!isNews) return
    refused = { ...refusal, since: new Date().toISOString(), ...(number !== undefined && { number }) }
    metrics.releaseRefused.set({ brand: name }, 1)
    log.error({ brand: name, number, live: live?.number, code: refusal.code, issues: refusal.issues }, refusal.message)
  }
}

async function listBrands(publishedDir: string): Promise<string[]> {
  const entries = await readdir(publishedDir, { withFileTypes: true })
  return entries.filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && brandName.test(entry.name)).map(({ name }) => name)
}

function unreadable(publishedDir: string, cause: unknown): MosaicError {
  const got = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
  return new MosaicError(
    'PUBLISHED_DIR_UNREADABLE',
    `PUBLISHED_DIR ${publishedDir}`,
    {
      expected: 'a folder this program may read',
      got,
      fix: 'Create it, mount it or grant access, or set PUBLISHED_DIR to where the CMS publishes',
    },
    { cause },
  )
}
