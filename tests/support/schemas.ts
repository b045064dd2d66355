import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { schemasFolder } from '#electron/files/verify-package/schemas.ts'

/** IPTC's own schemas are not ours to copy; whoever has them beside the project, or says where, gets files checked. */
export const SCHEMAS = schemasFolder(process.env) ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'schemas')

export const hasNinjsSchema = existsSync(join(SCHEMAS, 'ninjs', 'ninjs-schema_3.1.json'))
export const hasNewsmlSchema = existsSync(join(SCHEMAS, 'newsml-g2', 'NewsML-G2_2.35-spec-All-Power.xsd'))
