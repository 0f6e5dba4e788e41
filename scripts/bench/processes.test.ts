import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import { machineCpuSeconds, usageOf } from './processes.ts'

test.runIf(process.platform === 'linux')('counts what a process and those that it started have used', async () => {
  const busy = 'const end = Date.now() + 300; while (Date.now() < end); console.log("done"); setInterval(() => {}, 1000)'
  const program = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(busy)}], { stdio: ['ignore', 'inherit', 'inherit'] })`
  const before = machineCpuSeconds()
  const leader = spawn(process.execPath, ['-e', program], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await once(leader.stdout, 'data')
    const { cpuSeconds, residentBytes } = usageOf(leader.pid ?? 0)
    expect(cpuSeconds).toBeGreaterThan(0.05)
    expect(residentBytes).toBeGreaterThan(2 ** 24)
    expect(machineCpuSeconds() - before).toBeGreaterThanOrEqual(0.05)
  } finally {
    process.kill(-(leader.pid ?? 0), 'SIGKILL')
  }
  await vi.waitFor(() => expect(usageOf(leader.pid ?? 0).residentBytes).toBe(0))
})
