/** The floor: node:http that turns the payload into JSON anew for every request, and does nothing else. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const { port, payload } = JSON.parse(process.argv[2] ?? '{}') as { port: number; payload: string }
const value = JSON.parse(readFileSync(payload, 'utf8')) as unknown

createServer((request, response) => {
  request.resume().once('end', () => {
    const body = JSON.stringify(value)
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body)
  })
}).listen(port, '127.0.0.1')
