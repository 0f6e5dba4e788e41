import { chmodSync, chownSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run, succeeds, writeCertificate, type DatabaseServer } from './database.ts'
import { inPath } from './launch.ts'

export const postgresql: DatabaseServer = {
  name: 'PostgreSQL',
  hint: 'install it: apt-get install postgresql',
  find: () => globSync('/usr/lib/postgresql/*/bin/postgres').sort().at(-1) ?? inPath('postgres'),
  prepare(program, folder, port, certificate) {
    // It refuses to run as root.
    const user = process.getuid?.() === 0 ? accountOf('postgres', 'nobody') : undefined
    if (user) {
      chownSync(folder, user.uid, user.gid)
      // It must be able to walk through ours to get to its own.
      chmodSync(dirname(folder), statSync(dirname(folder)).mode | 0o111)
    }
    const tool = (name: string) => join(program, '..', name)
    const files = join(folder, 'files')
    const address = ['-h', '127.0.0.1', '-p', String(port), '-U', 'mosaic']
    run(tool('initdb'), ['-D', files, '-U', 'mosaic', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], { cwd: folder, ...user })
    const tls = certificate && writeCertificate(folder, certificate, user)
    return {
      // What a test database may forget, it need not write down at once.
      args: [
        '-D',
        files,
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-k',
        folder,
        '-c',
        'fsync=off',
        '-c',
        'synchronous_commit=off',
        ...(tls ? ['-c', 'ssl=on', '-c', `ssl_key_file=${tls.key}`, '-c', `ssl_cert_file=${tls.cert}`] : []),
      ],
      ...(user && { user }),
      isReady: () => succeeds(tool('pg_isready'), [...address, '-q']),
      createDatabase() {
        run(tool('createdb'), [...address, 'mosaic'], { cwd: folder })
        return `postgres://mosaic@127.0.0.1:${port}/mosaic`
      },
    }
  },
}

function accountOf(...names: string[]): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of names) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error(`No account among ${names.join(', ')} in /etc/passwd to run a server as`)
}
