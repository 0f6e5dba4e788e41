import { dirname } from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // The workspace's packages are TypeScript sources.
  transpilePackages: ['@mosaic/schemas', '@mosaic/widgets'],
  turbopack: { root: dirname(import.meta.dirname) },
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
