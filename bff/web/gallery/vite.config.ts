import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { galleryCases } from './gallery-cases.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/gallery/',
  plugins: [react(), galleryCases()],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    // As it is asked for: the BFF serves `dist`, and the gallery stands under /gallery/.
    outDir: 'dist/gallery',
    target: 'es2022',
    // The Content-Security-Policy of the BFF allows neither data: URLs of code nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
})
