import { join } from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { it } from '@payloadcms/translations/languages/it'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { adminConfig } from './admin/config.ts'
import { widgetBlocks } from './blocks/index.ts'
import { collections } from './collections/index.ts'
import { homeDir, payloadSecret, readConfig } from './config.ts'
import { database } from './database.ts'
import { publishEndpoints } from './publishing/endpoints.ts'

const config = readConfig()
const home = homeDir()

export default buildConfig({
  secret: payloadSecret(config),
  db: database(config),
  collections: collections(config.dataDir),
  blocks: widgetBlocks,
  endpoints: publishEndpoints,
  admin: adminConfig(join(home, 'cms', 'src')),
  i18n: { supportedLanguages: { it, en }, fallbackLanguage: 'en' },
  localization: {
    locales: [
      { code: 'it', label: { it: 'Italiano', en: 'Italian' } },
      { code: 'en', label: { it: 'Inglese', en: 'English' } },
    ],
    defaultLocale: 'it',
    fallback: true,
  },
  // The editors' cookie is honoured only for requests that come from the admin itself.
  csrf: config.origins,
  cors: [],
  graphQL: { disable: true },
  sharp,
  telemetry: false,
  upload: { limits: { fileSize: 10_000_000 } },
  typescript: { outputFile: join(home, 'cms', 'src', 'payload-types.ts'), autoGenerate: false },
})
