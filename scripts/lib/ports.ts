import { connect, createServer } from 'node:net'
import { portNames, portTitle, portVariable, type Ports } from './house.ts'
import { Trouble } from './steps.mjs'

const host = '127.0.0.1'

/** Throws a Trouble that names the first port somebody else listens on, and the way round. */
export async function requireFree(ports: Ports): Promise<void> {
  for (const name of portNames) {
    if (!(await isTaken(ports[name]))) continue
    const [free] = await freePorts(1)
    throw new Trouble(
      `Port ${ports[name]}, which the ${portTitle(name)} needs, is in use by another program`,
      `Is Mosaic running already? Stop that program, or take another port: ${portVariable(name)}=${free} npm start`,
    )
  }
}

/** As many different free ports of 127.0.0.1 as asked. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)))
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

/** Free ports for a whole system beside the usual one. */
export async function freeSystemPorts(): Promise<Ports> {
  const [cms, bff, simulator, smsCentre] = (await freePorts(4)) as [number, number, number, number]
  return { cms, bff, simulator, smsCentre }
}

/** True when something listens on the port of 127.0.0.1. */
export function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 })
    const end = (listening: boolean) => {
      socket.destroy()
      resolve(listening)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })
}

async function isTaken(port: number): Promise<boolean> {
  // Asking first: on some systems one may listen on 127.0.0.1 although another program has the port on all addresses.
  if (await connects(port)) return true
  try {
    const server = await listen(port)
    await new Promise((resolve) => server.close(resolve))
    return false
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      throw new Trouble(`Port ${port} is reserved for the system administrator`, 'Use ports above 1023.')
    }
    return true
  }
}

function listen(port: number): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}
