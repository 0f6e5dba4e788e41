import { median, type Row } from '../results.ts'

/** Something to be measured: how long one of what it does takes, in the unit of the part. */
export type Contender = { name: string; round: () => Promise<number> }

/** The middle of `rounds` rounds each, all contenders in turn, so that what the machine does meanwhile hits them alike. The first round warms up. */
export async function interleaved(contenders: readonly Contender[], rounds: number): Promise<Map<string, number>> {
  const results = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const index of contenders.keys()) {
      const contender = contenders[(index + round) % contenders.length] as Contender
      const measured = await contender.round()
      if (round > 0) results.get(contender.name)?.push(measured)
    }
  }
  return new Map([...results].map(([name, values]) => [name, median(values)]))
}

/** A row a contender, each beside the one named. */
export function rowsBeside(base: string, results: ReadonlyMap<string, number>, { metric, unit }: Pick<Row, 'metric' | 'unit'>): Row[] {
  const floor = results.get(base) as number
  return [...results].map(([name, value]) => ({
    case: name,
    metric,
    value,
    unit,
    ...(name !== base && { ratio: value / floor, ratioTo: base }),
  }))
}
