import { dirname } from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // The workspace's packages are TypeScript sources.
  transpilePackages: ['@mosaic/schemas', '@mosaic/widgets'],
  turbopack: {
    root: dirname(import.meta.dirname),
    // The tiles' styles are for the tiles alone: in the admin's own page they would change its buttons and pills.
    rules: { '*.css': { condition: { path: /(^|[\\/])widgets[\\/]src[\\/]/ }, loaders: ['./tile-styles-loader.mjs'], as: '*.js' } },
  },
  // Checked once for the whole house, by tsc.
  typescript: { ignoreBuildErrors: true },
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
  ],
  poweredByHeader: false,
}

export default withPayload(config)
