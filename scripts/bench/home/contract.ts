import type { Bff } from '../bff.ts'
import type { Row } from '../results.ts'
import type { Contender } from './contenders.ts'
import type { Stage } from './stage.ts'

/** All who take part, on one release and warm. */
export type Field = {
  stage: Stage
  /** Whose release all are on. */
  bff: Bff
  mosaic: Contender
  peers: readonly Contender[]
  floors: readonly Contender[]
}

/** One part of the suite: what it measures, and its figures. */
export type Part = {
  title: string
  /** What is done, for the one who waits. */
  why: string
  run(field: Field): Promise<Row[]>
}
