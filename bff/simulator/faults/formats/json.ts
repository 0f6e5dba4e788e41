import { tmfError } from '../../http/problem.ts'
import { makeSloppy } from '../sloppy.ts'
import { makeWrongTypes } from '../wrong-types.ts'
import type { Format } from './contract.ts'

export const json: Format = {
  contentType: 'application/json;charset=utf-8',
  error: (status) => ({ status, json: tmfError(status, 'fault', 'The system is in trouble', 'A fault of the simulator is on.') }),
  truncated: '{"id":"L-0001-1","relatedParty":[{"id":"C-00',
  endless: { start: '[', piece: `${JSON.stringify({ id: 'filler', name: 'x'.repeat(16_000) })},`, end: '{}]' },
  sloppy: makeSloppy,
  wrongTypes: (reply) => (reply.json === undefined ? reply : { ...reply, json: makeWrongTypes(reply.json) }),
}
