import { readFileSync } from 'node:fs'
import { createServer, type OutgoingHttpHeaders } from 'node:http'
import { startOf } from '../../bss/programs/answering.ts'

/* The floor: node:http that reads the question and writes an answer that is ready, as bytes or as an object still to be turned into JSON. */

/** `answers`: a file with the `PlainAnswer`s, given in turn to whoever asks. */
export type PlainStart = { port: number; answers: string; isStringified: boolean }
/** `headers`: what Mosaic sends with the same answer. */
export type PlainAnswer = { text: string; headers: OutgoingHttpHeaders }

const { port, answers, isStringified } = startOf<PlainStart>()
const ready = (JSON.parse(readFileSync(answers, 'utf8')) as PlainAnswer[]).map(({ text, headers }) => {
  return { headers, bytes: Buffer.from(text), value: JSON.parse(text) as unknown }
})
let turn = 0

createServer((request, response) => {
  request.resume().once('end', () => {
    const { headers, bytes, value } = ready[turn++ % ready.length] as (typeof ready)[number]
    response.writeHead(200, headers).end(isStringified ? Buffer.from(JSON.stringify(value)) : bytes)
  })
}).listen(port, '127.0.0.1')
