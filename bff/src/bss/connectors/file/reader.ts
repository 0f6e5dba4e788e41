import { serveReads } from '../files/serve-reads.ts'
import { createFolder } from './folder.ts'

serveReads(createFolder)
