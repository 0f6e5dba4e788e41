import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSigningKeys } from '@mosaic/schemas/release'
import { onTestFinished } from 'vitest'

const compileCache = join(tmpdir(), 'mosaic-publisher-compile-cache')

/** Starts a program of this folder and waits until it says that it is ready. It does not outlive the test. */
export async function start(program: 'publisher-child.ts' | 'reader-child.ts', ...args: string[]): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), args, {
    execArgv: [],
    // Fifty of them start one after the other: what one compiled, the next need not.
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [first] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as unknown[]
  if (first !== 'ready') throw new Error(`${program} ended before it was ready`)
  return child
}

/** Signing keys, also as files for the children. */
export async function writeKeys(dir: string) {
  const keys = createSigningKeys()
  const [privateKeyFile, publicKeyFile] = [join(dir, 'key.pem'), join(dir, 'pub.pem')]
  await writeFile(privateKeyFile, keys.privateKeyPem)
  await writeFile(publicKeyFile, keys.publicKeyPem)
  return { ...keys, privateKeyFile, publicKeyFile }
}
