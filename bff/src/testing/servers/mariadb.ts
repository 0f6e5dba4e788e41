import { join } from 'node:path'
import { run, succeeds, writeCertificate, type DatabaseServer } from './database.ts'
import { inPath } from './launch.ts'

export const mariadb: DatabaseServer = {
  name: 'MariaDB',
  hint: 'install it: apt-get install mariadb-server',
  find: () => inPath('mariadbd'),
  prepare(_program, folder, port, certificate) {
    const tool = (name: string) => inPath(name) ?? name
    const files = join(folder, 'files')
    const socket = join(folder, 'socket')
    // It refuses to run as root unless it is told to.
    const asUs = process.getuid?.() === 0 ? ['--user=root'] : []
    const client = (program: string, ...args: string[]) => ({
      program: tool(program),
      args: ['--no-defaults', `--socket=${socket}`, '--user=root', ...args],
    })
    run(
      tool('mariadb-install-db'),
      ['--no-defaults', `--datadir=${files}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...asUs],
      { cwd: folder },
    )
    const tls = certificate && writeCertificate(folder, certificate)
    return {
      args: [
        '--no-defaults',
        `--datadir=${files}`,
        `--socket=${socket}`,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        '--skip-name-resolve',
        // What a test database may forget, it need not write down at once.
        '--innodb-flush-log-at-trx-commit=0',
        '--innodb-buffer-pool-size=32M',
        ...(tls ? [`--ssl-key=${tls.key}`, `--ssl-cert=${tls.cert}`] : []),
        ...asUs,
      ],
      isReady() {
        const { program, args } = client('mariadb-admin', 'ping')
        return succeeds(program, args)
      },
      createDatabase() {
        const { program, args } = client(
          'mariadb',
          '-e',
          "create database mosaic; create user mosaic@'127.0.0.1'; grant all on *.* to mosaic@'127.0.0.1'",
        )
        run(program, args, { cwd: folder })
        return `mariadb://mosaic@127.0.0.1:${port}/mosaic`
      },
    }
  },
}
