import { posix } from 'node:path'
import type { Element } from '@xmldom/xmldom'
import mammoth from 'mammoth'
import type { PackageFile } from '#core/export/package/bag.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { all, readXml } from './xml.ts'

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function attributes(root: Element | undefined, element: string, attribute: string): string[] {
  return root === undefined ? [] : all(root, element).flatMap((each) => each.getAttribute(attribute) ?? [])
}

/** Every style, list, relation and part that is referred to must exist. */
function referenceErrors(roots: ReadonlyMap<string, Element>, parts: readonly PackageFile[]): string[] {
  const document = roots.get('word/document.xml')
  const named = (elements: readonly string[], attribute: string): string[] =>
    elements.flatMap((element) => attributes(document, element, attribute))
  const missing = (what: string, used: readonly string[], there: readonly string[]): string[] =>
    used.filter((name) => !there.includes(name)).map((name) => `docx: ${what} ${name} is not there`)
  const relations = roots.get('word/_rels/document.xml.rels')
  const inside =
    relations === undefined ? [] : all(relations, 'Relationship').filter((each) => !each.getAttribute('TargetMode'))
  const types = roots.get('[Content_Types].xml')
  const paths = parts.map(({ path }) => path)
  const typed = attributes(types, 'Override', 'PartName').map((name) => name.slice(1))
  const extensions = attributes(types, 'Default', 'Extension')
  return [
    ...missing(
      'style',
      named(['w:pStyle', 'w:rStyle'], 'w:val'),
      attributes(roots.get('word/styles.xml'), 'w:style', 'w:styleId'),
    ),
    ...missing('list', named(['w:numId'], 'w:val'), attributes(roots.get('word/numbering.xml'), 'w:num', 'w:numId')),
    ...missing(
      'relation',
      [...named(['w:hyperlink', 'w:footerReference'], 'r:id'), ...named(['a:blip'], 'r:embed')],
      attributes(relations, 'Relationship', 'Id'),
    ),
    ...missing(
      'part',
      [...inside.map((each) => posix.join('word', each.getAttribute('Target') ?? '')), ...typed],
      paths,
    ),
    ...missing(
      'type',
      paths.map((path) => path.slice(path.lastIndexOf('.') + 1)),
      extensions,
    ),
  ]
}

/** mammoth, an independent reader, must find each line of text and each picture. */
async function readerErrors(document: Element, buffer: Buffer): Promise<string[]> {
  const { value, messages } = await mammoth.extractRawText({ buffer })
  const { value: html } = await mammoth.convertToHtml({ buffer })
  const lines = all(document, 'w:p').map((each) =>
    all(each, 'w:t')
      .map((text) => text.textContent ?? '')
      .join(''),
  )
  const images = html.split('<img ').length - 1
  const blips = all(document, 'a:blip').length
  return [
    ...messages.filter(({ type }) => type === 'error').map(({ message }) => `docx: mammoth: ${message}`),
    ...lines.filter((line) => !value.includes(line)).map((line) => `docx: mammoth does not read ${line}`),
    ...(images === blips ? [] : [`docx: mammoth finds ${images} pictures of ${blips}`]),
  ]
}

/** @returns what is wrong with a Word document: malformed XML, dangling references, and what mammoth does not read. */
export async function docxErrors(parts: readonly PackageFile[]): Promise<string[]> {
  const read = parts
    .filter(({ path }) => /\.(?:xml|rels)$/u.test(path))
    .map(({ path, bytes }) => ({ path, ...readXml(path, decode(bytes)) }))
  const errors = read.flatMap((each) => each.errors)
  const roots = new Map(read.flatMap(({ path, root }) => (root === null ? [] : [[path, root] as const])))
  const document = roots.get('word/document.xml')
  if (errors.length > 0 || document === undefined) return errors.length > 0 ? errors : ['docx: no document']
  const references = referenceErrors(roots, parts)
  if (references.length > 0) return references
  return readerErrors(document, Buffer.from(await writeZip(parts)))
}
