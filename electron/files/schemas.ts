import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What IPTC's schemas say of a file: nothing for a valid one; null where the schema is not at hand. */
export type SchemaErrors = string[] | null

const NINJS = 'ninjs-schema_3.1.json'
const GEO = 'GeoJSON-schema.json'
const NEWSML = 'NewsML-G2_2.35-spec-All-Power.xsd'

/** IPTC's schemas are not ours to copy: whoever has them says where, in folders `ninjs` and `newsml-g2`. */
export function schemasFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  return env['MIDAD_SCHEMAS'] || null
}

/** Checks a ninjs 3.1 object. The checkers are large, and loaded only where somebody has the schemas. */
export async function ninjsErrors(folder: string, value: unknown): Promise<SchemaErrors> {
  const read = (name: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(folder, 'ninjs', name), 'utf8')) as Record<string, unknown>
  if (!existsSync(join(folder, 'ninjs', NINJS))) return null
  const [{ Ajv2020 }, { default: addFormats }] = await Promise.all([import('ajv/dist/2020.js'), import('ajv-formats')])
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  if (existsSync(join(folder, 'ninjs', GEO))) ajv.addSchema(read(GEO), 'https://geojson.org/schema/GeoJSON.json')
  const validate = ajv.compile(read(NINJS))
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/**
 * Checks a NewsML-G2 document against the XSD. Only the schema's own two files can be read meanwhile, whatever the
 * document or the schema asks for, and nothing is fetched.
 */
export async function newsmlErrors(folder: string, xml: Uint8Array): Promise<SchemaErrors> {
  const path = join(folder, 'newsml-g2', NEWSML)
  if (!existsSync(path)) return null
  const {
    XmlBufferInputProvider,
    XmlDocument,
    XmlLibError,
    xmlCleanupInputProvider,
    xmlRegisterInputProvider,
    XsdValidator,
  } = await import('libxml2-wasm')
  const base = pathToFileURL(path).href
  const parts = ['xml.xsd'].map((name) => [new URL(name, base).href, readFileSync(join(folder, 'newsml-g2', name))])
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(parts)))
  try {
    const schema = XmlDocument.fromBuffer(readFileSync(path), { url: base })
    const validator = XsdValidator.fromDoc(schema)
    try {
      const document = XmlDocument.fromBuffer(xml)
      try {
        validator.validate(document)
        return []
      } finally {
        document.dispose()
      }
    } finally {
      validator.dispose()
      schema.dispose()
    }
  } catch (error) {
    // The document is no XML, or none that the schema knows.
    if (error instanceof XmlLibError) return error.details.map(({ message }) => message.trim())
    throw error
  } finally {
    xmlCleanupInputProvider()
  }
}
