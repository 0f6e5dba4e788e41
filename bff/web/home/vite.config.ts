import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const bff = `http://127.0.0.1:${process.env.BFF_PORT ?? '4000'}`

/** The places of the app; the service worker leaves every other navigation of this origin alone. Matched against path and query. */
const places = [/^\/(\?|$)/, /^\/surface\//, /^\/guide\//, /^\/menu([/?]|$)/, /^\/a\/?$/, /^\/a\/(?!verif)[^/]*$/, /^\/signed-in(\?|$)/]

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    VitePWA({
      // A new version takes over by itself at the next launch; the page registers it in src/pwa.ts, so no inline script is needed.
      registerType: 'autoUpdate',
      injectRegister: null,
      includeAssets: ['icons/*'],
      // The BFF writes the manifest: an installed app carries the name and colours of the brand, which are published, not built.
      manifest: false,
      workbox: {
        globPatterns: ['**/*.{js,css,html,woff2,svg}'],
        navigateFallback: '/index.html',
        navigateFallbackAllowlist: places,
        cleanupOutdatedCaches: true,
        // Only what is public and the same for everybody. Answers of /graphql are personal and never enter this cache.
        runtimeCaching: [
          {
            urlPattern: ({ url }) => url.pathname === '/app-config.json',
            handler: 'NetworkFirst',
            options: { cacheName: 'app-config', networkTimeoutSeconds: 3 },
          },
          {
            // Content-addressed: the bytes behind a name never change.
            urlPattern: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/media/'),
            handler: 'CacheFirst',
            options: {
              cacheName: 'media',
              expiration: { maxEntries: 80, maxAgeSeconds: 30 * 24 * 3600 },
              cacheableResponse: { statuses: [200] },
            },
          },
        ],
      },
    }),
  ],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Nothing becomes a data: URL or an inline script: the Content-Security-Policy of the BFF allows neither.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/app-config.json', '/manifest.webmanifest', '/media'].map((path) => [path, { target: bff, changeOrigin: true }]),
    ),
  },
})
