import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { schemasFolder } from '#electron/files/verify-package/schemas.ts'

/** The folder of IPTC's schemas, which we may not copy: beside the project, or `MIDAD_SCHEMAS`. */
export const SCHEMAS = schemasFolder(process.env) ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'schemas')

export const hasNinjsSchema = existsSync(join(SCHEMAS, 'ninjs', 'ninjs-schema_3.1.json'))
export const hasNewsmlSchema = existsSync(join(SCHEMAS, 'newsml-g2', 'NewsML-G2_2.35-spec-All-Power.xsd'))
