import type { CompiledRelease } from '../release/compile.ts'
import type { ReleaseEngine } from '../release/engine.ts'

export type WebBrand = {
  engine: Pick<ReleaseEngine, 'get' | 'state'>
  /** Absent: the first brand that is live. */
  webBrand: string | undefined
}

/** The live release of the brand whose home this server's web app is; `undefined` while nothing is published. */
export function webRelease({ engine, webBrand }: WebBrand): CompiledRelease | undefined {
  const name = webBrand ?? firstLive(engine)
  return name === undefined ? undefined : engine.get(name)
}

function firstLive(engine: Pick<ReleaseEngine, 'state'>): string | undefined {
  return engine
    .state()
    .filter(({ live }) => live)
    .map(({ brand }) => brand)
    .sort()[0]
}
