import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolesPage } from './table.ts'

// Writes docs/roles.md: npm run roles
writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'roles.md'), rolesPage())
