import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLosses } from './losses.ts'
import { withTable } from './table.ts'

// Updates the tables in docs/formats.md: npm run formats
const path = join(import.meta.dirname, '..', '..', 'docs', 'formats.md')
writeFileSync(path, withLosses(await withTable(readFileSync(path, 'utf8'))))
