import cluster from 'node:cluster'
import { fileURLToPath } from 'node:url'
import { loadConfig } from '../../config.ts'
import { createLog } from '../../log.ts'
import type { ChildLimits } from '../child.ts'
import { supervise } from '../supervise.ts'

/* The supervisor of real processes, with limits that a test can wait for. Its argument is the JSON of `ChildLimits`. */

cluster.setupPrimary({ exec: fileURLToPath(new URL('../../main.ts', import.meta.url)), args: [] })
const { processes, logLevel } = loadConfig(process.env)
const limits = JSON.parse(process.argv[2] ?? '') as ChildLimits
process.exit(await supervise({ processes, limits, log: createLog(logLevel) }))
