import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const bff = `http://127.0.0.1:${process.env.BFF_PORT ?? '4000'}`

export default defineConfig({
  root: import.meta.dirname,
  base: '/care/',
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    // As it is asked for: the BFF serves `dist`, and the desk stands under /care.
    outDir: 'dist/care',
    target: 'es2022',
    // The Content-Security-Policy of the BFF allows neither data: URLs of code nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
  server: {
    proxy: Object.fromEntries(['/care/graphql', '/care/config.json', '/media'].map((path) => [path, { target: bff, changeOrigin: true }])),
  },
})
