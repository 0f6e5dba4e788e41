import { workerData } from 'node:worker_threads'

/* Beside a statement that hears nothing while it runs: when whoever asked is gone without a word, it ends the process of both. */

/** In milliseconds. */
const lookEvery = 1_000
const parent = workerData as number

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, lookEvery)
