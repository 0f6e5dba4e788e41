import { setTimeout as sleep } from 'node:timers/promises'
import { machineCpuSeconds, usageOf, type Usage } from '../processes.ts'

/** What was used up to a moment, by program. */
export type Sample = { atMs: number; programs: Record<string, Usage>; machineCpuSeconds: number }

/** Looks at the programs every so often until the end: at the start, at the end, and in between. Times in milliseconds. */
export async function watch(leaders: Readonly<Record<string, number>>, everyMs: number, endMs: number): Promise<Sample[]> {
  const samples = [look(leaders)]
  const beginMs = Date.now()
  for (let next = beginMs + everyMs; next <= endMs + everyMs / 2; next += everyMs) {
    await sleep(next - Date.now())
    samples.push(look(leaders))
  }
  return samples
}

/** How much of the machine's processors a program had between two looks, from 0 to 1. */
export function shareOf(program: string, before: Sample, after: Sample, cores: number): number {
  const used = (after.programs[program]?.cpuSeconds ?? Number.NaN) - (before.programs[program]?.cpuSeconds ?? Number.NaN)
  return used / secondsBetween(before, after) / cores
}

/** The same of everything that is none of the programs: what the machine did besides. */
export function othersShare(before: Sample, after: Sample, cores: number): number {
  const all = (after.machineCpuSeconds - before.machineCpuSeconds) / secondsBetween(before, after) / cores
  return Object.keys(after.programs).reduce((rest, program) => rest - shareOf(program, before, after, cores), all)
}

function secondsBetween(before: Sample, after: Sample): number {
  return (after.atMs - before.atMs) / 1_000
}

function look(leaders: Readonly<Record<string, number>>): Sample {
  const programs = Object.fromEntries(Object.entries(leaders).map(([name, pid]) => [name, usageOf(pid)]))
  return { atMs: Date.now(), programs, machineCpuSeconds: machineCpuSeconds() }
}
