// scratch: hot path by wrk vs floor
import { mkdtempSync, writeFileSync, readFileSync } from 'node:fs'
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulator } from '../../bff/simulator/start.ts'
import { createFamily } from '../lib/family.ts'
import { startBff } from './bff.ts'
import { customerId, homeOf } from './home.ts'
import { freePorts } from '../lib/ports.ts'
const folder = mkdtempSync(join(tmpdir(), 'hot-'))
const family = createFamily()
const simulator = await startSimulator({ port: 0 })
if (process.env.HCB) process.env.HOME_CACHE_BYTES = process.env.HCB
if (process.env.PROFDIR) process.env.NODE_OPTIONS = '--cpu-prof --cpu-prof-interval=200 --cpu-prof-dir=' + process.env.PROFDIR
const bff = await startBff('few', folder, family, simulator, homeOf(Number(process.env.CL ?? 16)))
const token = await simulator.issueToken(customerId)
const id = createHash('sha256').update(readFileSync('schemas/operations/web/1.0/home.graphql', 'utf8')).digest('hex')
const body = JSON.stringify({ documentId: `sha256:${id}`, operationName: 'Home', variables: { formFactor: 'COMPACT' } })
const headers = {
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  accept: 'application/json',
  'accept-language': 'it',
  'x-client-platform': 'web',
  'x-client-version': '1.0',
  'x-form-factor': 'compact',
}
const ask = async () => {
  const r = await fetch(bff.url, { method: 'POST', headers, body })
  return [await r.text(), r] as const
}
const g = await ask()
for (let i = 0; i < 3; i++) await ask()
const [text, r] = await ask()
console.log('bytes', Buffer.byteLength(text), 'token', token.length)
const lua = join(folder, 'p.lua')
writeFileSync(
  lua,
  `wrk.method="POST"\nwrk.body=${JSON.stringify(body)}\n` +
    Object.entries(headers)
      .map(([k, v]) => `wrk.headers["${k}"]="${v}"`)
      .join('\n'),
)
const [port] = (await freePorts(1)) as [number]
const raw = [
  'content-type',
  'application/json; charset=utf-8',
  'cache-control',
  'no-store',
  ...['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'permissions-policy'].flatMap(
    (h) => [h, r.headers.get(h)!],
  ),
  'content-length',
  String(Buffer.byteLength(text)),
]
writeFileSync(
  join(folder, 'f.mjs'),
  `import {createServer} from 'node:http';import {readFileSync} from 'node:fs';const b=readFileSync('${join(folder, 'b.json')}');const h=${JSON.stringify(raw)};createServer((q,s)=>{q.on('data',()=>{});q.on('end',()=>{s.writeHead(200,h).end(b)})}).listen(${port},'127.0.0.1')`,
)
writeFileSync(join(folder, 'b.json'), text)
const floor = spawn(process.execPath, [join(folder, 'f.mjs')])
await new Promise((r) => setTimeout(r, 500))
const cpu = (pid: number) => {
  const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(f[11]) + Number(f[12])) / 100
}
const run = (name: string, url: string, pid: number, quiet = false) => {
  const b = cpu(pid)
  const out = execFileSync('wrk', ['-t1', '-c32', '-d2s', '-s', lua, '--latency', url]).toString()
  const n = Number(/(\d+) requests in/.exec(out)![1])
  const us = ((cpu(pid) - b) / n) * 1e6
  if (!quiet) console.log(name, n / 2, 'rps', us.toFixed(1), 'us', /99%\s+(\S+)/.exec(out)![1], /Non-2xx.*/.exec(out)?.[0] ?? '')
  return us
}
const A: number[] = [],
  B: number[] = []
for (let i = 0; i < 6; i++) {
  A.push(run('floor', `http://127.0.0.1:${port}/graphql`, floor.pid!, i == 0))
  B.push(run('mosaic', bff.url, bff.pid, i == 0))
}
const med = (x: number[]) => x.slice(1).sort((a, b) => a - b)[2]!
console.log('share cpu', ((med(A) / med(B)) * 100).toFixed(1) + '%', med(A).toFixed(1), med(B).toFixed(1))
if (process.env.PROF) {
}
floor.kill()
await family.stop()
await simulator.close()
process.exit(0)
