import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readRegularFile } from '#db/regular-file.ts'

/** The errors that IPTC's schema finds in a file, none for a valid one; null if the schema is not installed. */
export type SchemaErrors = string[] | null

const NINJS = 'ninjs-schema_3.1.json'
const GEO = 'GeoJSON-schema.json'
const NEWSML = 'NewsML-G2_2.35-spec-All-Power.xsd'

/**
 * IPTC's schemas may not be copied, so Midad does not bring them.
 * @returns the folder that has them in `ninjs` and `newsml-g2`; null if none is given
 */
export function schemasFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  return env['MIDAD_SCHEMAS'] || null
}

/** Checks a ninjs 3.1 object against the JSON Schema. The validator is large, and loaded only if there is a schema. */
export async function ninjsErrors(folder: string, value: unknown): Promise<SchemaErrors> {
  const read = (name: string): Record<string, unknown> =>
    JSON.parse(readRegularFile(join(folder, 'ninjs', name)).toString('utf8')) as Record<string, unknown>
  if (!existsSync(join(folder, 'ninjs', NINJS))) return null
  const [{ Ajv2020 }, { default: addFormats }] = await Promise.all([import('ajv/dist/2020.js'), import('ajv-formats')])
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  if (existsSync(join(folder, 'ninjs', GEO))) ajv.addSchema(read(GEO), 'https://geojson.org/schema/GeoJSON.json')
  const validate = ajv.compile(read(NINJS))
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/**
 * Checks a NewsML-G2 document against the XSD. libxml2 can open the schema's two files only, so that a hostile document
 * can neither read other files nor fetch anything.
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
  const parts = ['xml.xsd'].map((name) => [new URL(name, base).href, readRegularFile(join(folder, 'newsml-g2', name))])
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(parts)))
  try {
    const schema = XmlDocument.fromBuffer(readRegularFile(path), { url: base })
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
    // The document is not XML, or not valid.
    if (error instanceof XmlLibError) return error.details.map(({ message }) => message.trim())
    throw error
  } finally {
    xmlCleanupInputProvider()
  }
}
