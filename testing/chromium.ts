import { existsSync } from 'node:fs'

/** The Chromium the tests drive: CHROMIUM_PATH, or the system's. */
export const chromium = {
  name: 'Chromium',
  hint: 'install it: apt-get install chromium (or name one in CHROMIUM_PATH)',
  find: (): string | undefined =>
    process.env['CHROMIUM_PATH'] ??
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path)),
}
