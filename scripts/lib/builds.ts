import { generate, generators } from './generators.ts'
import { cacheDir, inRoot } from './house.ts'
import type { Build } from './inputs.ts'
import { execute } from './steps.mjs'

const contracts = ['schemas/src/**', 'widgets/src/**', 'pnpm-lock.yaml', 'tsconfig.json']

/** What is generated and committed: on a fresh clone it is there already, after a change it follows. */
export const generated: Build = {
  name: 'generated',
  title: 'Generated files',
  why: 'registries, JSON Schemas and GraphQL contracts, from the code',
  inputs: [...contracts, 'bff/src/**', 'cms/src/**', 'schemas/{graphql,operations}/**', 'scripts/gen-*.ts'],
  results: ['widgets/src/registry.ts'],
  make: async () => {
    for (const generator of generators) await generate(generator, { check: false })
  },
}

export const webHome: Build = {
  name: 'web-home',
  title: 'Web home',
  why: "building the customers' web app (Vite, some seconds)",
  inputs: [...contracts, 'bff/package.json', 'bff/web/home/**', 'schemas/operations/web/**'],
  results: ['bff/web/home/dist/index.html'],
  make: (isPatient) => vite('home', isPatient),
}

export const gallery: Build = {
  name: 'gallery',
  title: 'Gallery',
  why: 'building the gallery of all widgets (Vite, some seconds)',
  inputs: [...contracts, 'bff/package.json', 'bff/web/gallery/*', 'bff/web/gallery/{src,public}/**', 'bff/web/home/src/**'],
  results: ['bff/web/gallery/dist/gallery/index.html'],
  make: (isPatient) => vite('gallery', isPatient),
}

export const care: Build = {
  name: 'care',
  title: 'Care desk',
  why: "building the agents' care desk (Vite, some seconds)",
  inputs: [...contracts, 'bff/package.json', 'bff/web/care/**', 'bff/web/home/src/**', 'schemas/operations/web/**'],
  results: ['bff/web/care/dist/care/index.html'],
  make: (isPatient) => vite('care', isPatient),
}

export const cmsAdmin: Build = {
  name: 'cms',
  title: 'CMS',
  why: "building the editors' admin (Next.js, 1 to 2 minutes, only when it changed)",
  inputs: [...contracts, 'cms/**'],
  results: ['cms/.next/BUILD_ID'],
  make: (isPatient) =>
    execute(process.execPath, [inRoot('cms', 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'], {
      cwd: inRoot('cms'),
      env: { ...process.env, NODE_ENV: 'production' },
      log: `${cacheDir}/logs/build-cms.log`,
      fix: 'Mend what the build says above. It needs about 1.5 GB of free memory.',
      isPatient,
    }),
}

/** Builds one of the BFF's pages. */
function vite(page: string, isPatient: boolean): Promise<void> {
  return execute(process.execPath, [inRoot('bff', 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
    cwd: inRoot('bff', 'web', page),
    // Where it will listen is no part of what is built.
    env: { ...process.env, NODE_ENV: 'production' },
    log: `${cacheDir}/logs/build-web-${page}.log`,
    fix: 'Mend what the build says above.',
    isPatient,
  })
}
