import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

/* For `node --import`: writes the libraries that a program has loaded into the file that LIBRARIES_FILE names, when it ends. */

const libraries = new Set<string>()
registerHooks({
  load(url, context, next) {
    // The last folder of that name is the library's own: those before are where pnpm keeps it.
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(url.split('/node_modules/').at(-1) ?? '')
    if (url.includes('/node_modules/') && name) libraries.add(name[0])
    return next(url, context)
  },
})
process.once('exit', () => writeFileSync(process.env['LIBRARIES_FILE'] ?? '', JSON.stringify([...libraries])))
