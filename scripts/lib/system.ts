import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createSigningKeys } from '@mosaic/schemas/release'
import { demoCamaraCredentials } from '../../bff/simulator/camara/credentials.ts'
import { demoSmsCredentials } from '../../bff/simulator/sms/credentials.ts'
import { isUp, type Family, type Program } from './family.ts'
import { inRoot, root, type Place, type ProgramName } from './house.ts'
import { Trouble, execute, step, unchanged } from './steps.mjs'

/** The brand that the seed makes. */
const demoBrand = 'aurora'

/** Where each program of a running system is found. */
export type Addresses = Record<ProgramName, string>

export const addressesOf = ({ ports }: Place): Addresses => ({
  cms: `http://127.0.0.1:${ports.cms}`,
  bff: `http://127.0.0.1:${ports.bff}`,
  simulator: `http://127.0.0.1:${ports.simulator}`,
})

/**
 * Brings the whole system up in a place: keys, demo content, simulator, CMS, BFF. What is already there is left as it is.
 * Everything must have been built. Resolves when all answer; throws a Trouble when one does not.
 *
 * @param logs the folder for the programs' logs
 */
export async function startSystem(place: Place, family: Family, logs: string): Promise<Addresses> {
  const env = environmentOf(place)
  ensureKeys(place)
  await ensureDemoContent(place, env, logs)
  await step('Simulator, CMS, BFF', 'starting them (some seconds)', () =>
    Promise.all([simulatorProgram, cmsProgram, bffProgram].map((program) => family.start(program(place, env, logs)))),
  )
  return addressesOf(place)
}

/** The environment of every program of one system: the caller's, with the place and what follows from it. */
export function environmentOf(place: Place): NodeJS.ProcessEnv {
  const { simulator: bss, bff } = addressesOf(place)
  return {
    BSS_URL: bss,
    IDENTITY_ISSUER: `${bss}/idp`,
    STAFF_ISSUER: `${bss}/staff`,
    // Links of the demo lead to this machine; its SMS arrive at the simulator's telephones.
    LINK_ORIGIN: bff,
    CARE_WEBHOOK_SECRET_FILE: webhookSecretFile(place),
    SMS_SMPP_URL: `smpp://127.0.0.1:${place.ports.smsCentre}`,
    SMS_SMPP_USER: demoSmsCredentials.user,
    SMS_SMPP_PASSWORD: demoSmsCredentials.password,
    CAMARA_URL: `${bss}/camara`,
    CAMARA_CLIENT_ID: demoCamaraCredentials.clientId,
    CAMARA_CLIENT_SECRET: demoCamaraCredentials.clientSecret,
    // A demo is there to be tried.
    ARBITRARY_DOCUMENTS: 'allow',
    ...process.env,
    NODE_ENV: 'production',
    CMS_PORT: String(place.ports.cms),
    BFF_PORT: String(place.ports.bff),
    SIMULATOR_PORT: String(place.ports.simulator),
    SIMULATOR_SMPP_PORT: String(place.ports.smsCentre),
    // Whom its telephone system tells of calls.
    SIMULATOR_CARE_URL: bff,
    DATA_DIR: place.dataDir,
    PUBLISHED_DIR: place.publishedDir,
  }
}

/** Makes what the programs prove themselves with, once: the keys of releases, and the secret of the telephone system. The secret ones are readable by their owner only. */
export function ensureKeys(place: Place): void {
  ensureSigningKeys(place)
  ensureWebhookSecret(place)
}

function ensureSigningKeys({ dataDir, publishedDir }: Place): void {
  const folder = join(dataDir, 'signing')
  const [privateFile, publicFile] = [join(folder, 'release.key.pem'), join(folder, 'release.pub.pem')]
  if (existsSync(privateFile) && existsSync(publicFile)) return
  if (existsSync(join(publishedDir, demoBrand, 'current.json'))) {
    throw new Trouble(
      `${publishedDir} holds releases, but the keys they were signed with are not in ${folder}`,
      'Bring the keys back, or begin afresh with: npm start -- --reset',
    )
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const keys = createSigningKeys()
  writeFileSync(privateFile, keys.privateKeyPem, { mode: 0o600 })
  writeFileSync(publicFile, keys.publicKeyPem)
}

const webhookSecretFile = ({ dataDir }: Place): string => join(dataDir, 'care', 'webhook-secret')

function ensureWebhookSecret(place: Place): void {
  const file = webhookSecretFile(place)
  if (existsSync(file)) return
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
}

async function ensureDemoContent({ dataDir, publishedDir }: Place, env: NodeJS.ProcessEnv, logs: string): Promise<void> {
  const title = 'Demo content'
  // Another database, or a deleted folder, wants the content again; the seed itself leaves alone what is there.
  const stamp = join(dataDir, 'demo-content')
  const database = createHash('sha256')
    .update(env['DATABASE_URL'] ?? '')
    .digest('hex')
  const isSeeded = existsSync(stamp) && readFileSync(stamp, 'utf8') === database
  if (isSeeded && existsSync(join(publishedDir, demoBrand, 'current.json'))) return unchanged(title)
  await step(title, 'the demo brand into the CMS: 16 clusters, contents, images; then the first release', () =>
    execute(process.execPath, [inRoot('cms', 'src', 'seed', 'main.ts')], {
      cwd: root,
      env,
      log: join(logs, 'seed.log'),
      fix: 'Start again; if it keeps failing, begin afresh with: npm start -- --reset',
    }),
  )
  writeFileSync(stamp, database)
}

export const simulatorProgram = (place: Place, env: NodeJS.ProcessEnv, logs: string): Program => ({
  name: 'simulator',
  command: process.execPath,
  args: [inRoot('bff', 'simulator', 'main.ts')],
  cwd: root,
  env,
  log: join(logs, 'simulator.log'),
  ready: () => isUp(`${addressesOf(place).simulator}/idp/.well-known/openid-configuration`),
  patience: 60,
})

const cmsProgram = (place: Place, env: NodeJS.ProcessEnv, logs: string): Program => ({
  name: 'CMS',
  command: process.execPath,
  args: [inRoot('cms', 'node_modules', 'next', 'dist', 'bin', 'next'), 'start', '-H', '127.0.0.1', '-p', String(place.ports.cms)],
  cwd: inRoot('cms'),
  env,
  log: join(logs, 'cms.log'),
  ready: () => isUp(`${addressesOf(place).cms}/admin/login`),
  patience: 120,
})

export const bffProgram = (place: Place, env: NodeJS.ProcessEnv, logs: string): Program => ({
  name: 'BFF',
  command: process.execPath,
  args: [inRoot('bff', 'src', 'main.ts')],
  cwd: root,
  env,
  log: join(logs, 'bff.log'),
  ready: () => isUp(`${addressesOf(place).bff}/readyz`),
  patience: 60,
})
