import { elementsOf, textAt } from '../xml.ts'
import { partOf, type DocxParts } from './parts.ts'

/** The namespace of the part in which Midad says which article a document is, and from which revision it was written. */
const NAMESPACE = 'urn:midad:document'

/** Which article of Midad a document is, and the warning that stood above its text; null for none. */
export type DocumentOrigin = { midadId: string | null; revision: string | null; notice: string | null }

function lawful(id: string, revision: string, notice: string): DocumentOrigin {
  const midadId = id.length >= 1 && id.length <= 64 ? id : null
  const isRevision = midadId !== null && /^[0-9a-f]{64}$/u.test(revision)
  return { midadId, revision: isRevision ? revision : null, notice: notice === '' ? null : notice }
}

function inProperties(parts: DocxParts): DocumentOrigin {
  const root = partOf(parts, 'docProps/custom.xml')
  const named = (name: string): string => {
    const found =
      root === null ? undefined : elementsOf(root, 'property').find((each) => each.getAttribute('name') === name)
    return found?.textContent?.trim() ?? ''
  }
  return lawful(named('MidadArticle'), named('MidadRevision'), named('MidadNotice'))
}

function inCustomPart(parts: DocxParts): DocumentOrigin {
  for (const [path, xml] of parts) {
    // Other programs put parts of their own there, in any form.
    if (!/^customXml\/item\d+\.xml$/u.test(path) || !xml.includes(NAMESPACE)) continue
    const root = partOf(parts, path)
    if (root?.namespaceURI !== NAMESPACE) continue
    return lawful(textAt(root, 'article'), textAt(root, 'revision'), textAt(root, 'notice'))
  }
  return { midadId: null, revision: null, notice: null }
}

/** @returns which article a document says it is. It says so twice, for a program may drop one of both. */
export function originOf(parts: DocxParts): DocumentOrigin {
  const said = inProperties(parts)
  return said.revision === null ? inCustomPart(parts) : said
}
