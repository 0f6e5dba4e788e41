import { createServer, type OutgoingHttpHeaders } from 'node:http'
import { startOf } from '../../bss/programs/answering.ts'

/* The floor: node:http that reads the question and writes an answer that is ready, as bytes or as an object still to be turned into JSON. */

/** `headers`: what Mosaic sends with the same answer. */
export type PlainStart = { port: number; answer: string; headers: OutgoingHttpHeaders; isStringified: boolean }

const { port, answer, headers, isStringified } = startOf<PlainStart>()
const bytes = Buffer.from(answer)
const value = JSON.parse(answer) as unknown

createServer((request, response) => {
  request.resume().once('end', () => {
    const body = isStringified ? Buffer.from(JSON.stringify(value)) : bytes
    response.writeHead(200, headers).end(body)
  })
}).listen(port, '127.0.0.1')
