import { readFileSync } from 'node:fs'
import { Agent, request, type IncomingMessage } from 'node:http'
import { fileURLToPath } from 'node:url'

/** Clients that ask on and on, each over a connection of its own that it keeps as long as it may. */
export type Load = {
  /** Answers so far. */
  answered: number
  /** What went wrong, in words. */
  failures: string[]
  /** How many times a client was told that its connection ends. */
  farewells: number
  /** Lets each client wait for its last answer. */
  stop(): Promise<void>
  /** Resolves when no client asks any more: those of `untilFarewell` were all told to go. */
  done: Promise<void>
}

type Options = {
  clients: number
  token: string
  /** As it goes out, as JSON. */
  question: object
  /** A client whose connection ends does not open another. */
  untilFarewell?: boolean
}

const ids = fileURLToPath(new URL('../../../../schemas/operations/web/1.0/ids.json', import.meta.url))

/** What the web home asks first: answered by its plan, and by the process of its customer. */
export const homeQuestion = {
  documentId: `sha256:${(JSON.parse(readFileSync(ids, 'utf8')) as { Home: string }).Home}`,
  variables: { formFactor: 'COMPACT' },
}

/** A pause between two questions, in milliseconds: the load shall be steady, not all that the machine can bear. */
const pauseMs = 3
/** How long an answer may take, in milliseconds. */
const patienceMs = 15_000

export function startLoad(url: string, { clients, token, question, untilFarewell = false }: Options): Load {
  let isStopped = false
  const body = JSON.stringify(question)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-client-platform': 'web',
    authorization: `Bearer ${token}`,
  }

  async function client(): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (!isStopped) {
      try {
        const { statusCode, headers: told, text } = await ask(agent)
        if (statusCode === 200 && text.startsWith('{"data":{') && text.includes('"widgets":[{')) load.answered++
        else load.failures.push(`${statusCode} ${text.slice(0, 200)}`)
        if (told.connection === 'close') {
          load.farewells++
          if (untilFarewell) break
        }
      } catch (error) {
        load.failures.push(error instanceof Error && 'code' in error ? String(error.code) : String(error))
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
    agent.destroy()
  }

  function ask(agent: Agent): Promise<Pick<IncomingMessage, 'statusCode' | 'headers'> & { text: string }> {
    return new Promise((resolve, reject) => {
      const asked = request(`${url}/graphql`, { method: 'POST', agent, headers, timeout: patienceMs }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.once('end', () => resolve({ statusCode: response.statusCode, headers: response.headers, text }))
        response.once('error', reject)
      })
      asked.once('error', reject)
      asked.once('timeout', () => asked.destroy(new Error(`no answer within ${patienceMs / 1_000} s`)))
      asked.end(body)
    })
  }

  const load: Load = {
    answered: 0,
    failures: [],
    farewells: 0,
    async stop() {
      isStopped = true
      await load.done
    },
    done: Promise.all(Array.from({ length: clients }, client)).then(() => {}),
  }
  return load
}
